package org.familypathways.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.familypathways.access.PasskeyRefused;
import org.familypathways.access.Passkeys;
import org.familypathways.access.SignInSteps;
import org.familypathways.access.SignInSteps.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second step of signing in, for those who have a passkey. */
@Controller
@RequestMapping(UsePasskeyPage.PATH)
class UsePasskeyPage {

    static final String PATH = "/sign-in/passkey";

    private final Passkeys passkeys;
    private final SignInSteps steps;
    private final SignInSession session;
    private final PasskeyRequests requests;

    UsePasskeyPage(Passkeys passkeys, SignInSteps steps, SignInSession session, PasskeyRequests requests) {
        this.passkeys = passkeys;
        this.steps = steps;
        this.session = session;
        this.requests = requests;
    }

    @GetMapping
    String show(Authentication who, HttpServletRequest request, Model model) {
        return isTurn(who) ? page(who, null, request, model) : "redirect:/";
    }

    @PostMapping
    @Nullable
    String use(
            @RequestParam String credential,
            Authentication who,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws ServletException, IOException {
        if (!isTurn(who)) {
            return "redirect:/";
        }
        Optional<PublicKeyCredentialRequestOptions> asked =
                requests.take(PublicKeyCredentialRequestOptions.class, request);
        if (asked.isEmpty()) {
            return "redirect:" + PATH;
        }
        try {
            passkeys.use(who.getName(), asked.get(), credential, requests.site(request));
        } catch (PasskeyRefused refused) {
            return page(who, refused.getMessage(), request, model);
        }
        session.onAuthenticationSuccess(request, response, session.passkeyProven(who, request, response));
        return null;
    }

    private boolean isTurn(Authentication who) {
        return steps.next(who).filter(Step.USE_PASSKEY::equals).isPresent();
    }

    private String page(Authentication who, @Nullable String problem, HttpServletRequest request, Model model) {
        var asked = requests.keep(passkeys.ask(who, requests.site(request)), request);
        model.addAttribute("options", passkeys.toJson(asked));
        model.addAttribute("problem", problem);
        model.addAttribute("elsewhere", requests.elsewhere(request).orElse(null));
        return "access/use-passkey";
    }
}
