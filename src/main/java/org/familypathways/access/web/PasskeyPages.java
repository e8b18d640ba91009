package org.familypathways.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.familypathways.access.PasskeyRefused;
import org.familypathways.access.Passkeys;
import org.familypathways.access.Passwords;
import org.familypathways.access.SignInSteps;
import org.familypathways.access.WrongPasswordException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where a worker adds and removes passkeys. First they type their password, so that nobody does it at a screen that they
 * left unlocked; whoever is still signing in has just typed it.
 */
@Controller
@RequestMapping(PasskeyPages.PATH)
class PasskeyPages {

    static final String PATH = YourSignInPage.PATH + "/passkeys";
    static final String NEW = PATH + "/new";
    private static final int LONGEST_NAME = 60;

    private final Passkeys passkeys;
    private final Passwords passwords;
    private final SignInSteps steps;
    private final SignInSession session;
    private final PasskeyRequests requests;

    PasskeyPages(
            Passkeys passkeys,
            Passwords passwords,
            SignInSteps steps,
            SignInSession session,
            PasskeyRequests requests) {
        this.passkeys = passkeys;
        this.passwords = passwords;
        this.steps = steps;
        this.session = session;
        this.requests = requests;
    }

    @GetMapping("/new")
    String explain(Authentication who, HttpServletRequest request, Model model) {
        return isSigningIn(who) && session.hasJustTypedPassword(who)
                ? making(who, "", null, request, model)
                : proving(null, model);
    }

    /** Answers with the page that makes a passkey; there is no other way to it. */
    @PostMapping("/new")
    String prove(@RequestParam String present, Authentication who, HttpServletRequest request, Model model) {
        try {
            passwords.prove(who.getName(), present, request.getRemoteAddr());
        } catch (WrongPasswordException e) {
            return proving(e.getMessage(), model);
        }
        return making(who, "", null, request, model);
    }

    @PostMapping("/new/made")
    @Nullable
    String add(
            @RequestParam String name,
            @RequestParam String credential,
            Authentication who,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes onNextPage)
            throws ServletException, IOException {
        boolean signingIn = isSigningIn(who);
        Optional<PublicKeyCredentialCreationOptions> begun =
                requests.take(PublicKeyCredentialCreationOptions.class, request);
        if (begun.isEmpty()) {
            return "redirect:" + NEW;
        }
        String label = name.strip();
        if (label.isEmpty() || label.length() > LONGEST_NAME) {
            return making(who, label, "Give the passkey a name of up to 60 characters.", request, model);
        }
        try {
            passkeys.add(
                    who.getName(),
                    begun.get(),
                    credential,
                    label,
                    requests.site(request),
                    request.getSession().getId());
        } catch (PasskeyRefused refused) {
            return making(who, label, refused.getMessage(), request, model);
        }
        var proven = steps.areDone(who) ? who : session.passkeyProven(who, request, response);
        if (signingIn) {
            session.onAuthenticationSuccess(request, response, proven);
            return null;
        }
        onNextPage.addFlashAttribute(
                "done", "Your passkey is added. Wherever else you were signed in, you are not any more.");
        return "redirect:" + YourSignInPage.PATH;
    }

    @GetMapping("/remove")
    String confirm(@RequestParam String passkey, Authentication who, Model model) {
        return removing(who, passkey, null, model);
    }

    @PostMapping("/remove")
    String remove(
            @RequestParam String passkey,
            @RequestParam String present,
            Authentication who,
            HttpServletRequest request,
            Model model,
            RedirectAttributes onNextPage) {
        try {
            passwords.prove(who.getName(), present, request.getRemoteAddr());
            passkeys.remove(who.getName(), passkey, request.getSession().getId());
        } catch (WrongPasswordException | PasskeyRefused refused) {
            return removing(who, passkey, refused.getMessage(), model);
        }
        onNextPage.addFlashAttribute(
                "done", "Your passkey is removed. Wherever else you were signed in, you are not any more.");
        return "redirect:" + YourSignInPage.PATH;
    }

    private boolean isSigningIn(Authentication who) {
        return !steps.areDone(who);
    }

    private static String proving(@Nullable String problem, Model model) {
        model.addAttribute("problem", problem);
        return "access/new-passkey";
    }

    private String making(
            Authentication who, String name, @Nullable String problem, HttpServletRequest request, Model model) {
        var begun = requests.keep(passkeys.begin(who, requests.site(request)), request);
        model.addAttribute("options", passkeys.toJson(begun));
        model.addAttribute("name", name);
        model.addAttribute("problem", problem);
        model.addAttribute("signingIn", isSigningIn(who));
        model.addAttribute("elsewhere", requests.elsewhere(request).orElse(null));
        return "access/make-passkey";
    }

    private String removing(Authentication who, String passkey, @Nullable String problem, Model model) {
        CredentialRecord theirs = passkeys.of(who.getName()).stream()
                .filter(each -> Passkeys.idOf(each).equals(passkey))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("passkey", passkey);
        model.addAttribute("name", theirs.getLabel());
        model.addAttribute("problem", problem);
        return "access/remove-passkey";
    }
}
