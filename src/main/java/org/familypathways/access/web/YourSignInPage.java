package org.familypathways.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.Passkeys;
import org.familypathways.access.Passwords;
import org.familypathways.access.Permissions;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.SignInSteps;
import org.familypathways.access.WeakPasswordException;
import org.familypathways.access.WrongPasswordException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the signed-in worker signs in, and where they choose another password. */
@Controller
class YourSignInPage {

    static final String PATH = "/your-sign-in";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private final Passwords passwords;
    private final Passkeys passkeys;
    private final Permissions permissions;
    private final SignInSession session;

    YourSignInPage(Passwords passwords, Passkeys passkeys, Permissions permissions, SignInSession session) {
        this.passwords = passwords;
        this.passkeys = passkeys;
        this.permissions = permissions;
        this.session = session;
    }

    /** A passkey as its owner knows it. */
    record PasskeyInWords(String id, String name, String added, String lastUsed) {}

    @GetMapping(PATH)
    String show(Authentication who, Model model) {
        return page(who, Map.of(), model);
    }

    @PostMapping(PATH)
    String change(
            @RequestParam String present,
            @RequestParam String next,
            @RequestParam String again,
            Authentication who,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes onNextPage) {
        if (!next.equals(again)) {
            return page(who, Map.of("again", "The new password was typed differently the second time."), model);
        }
        try {
            passwords.change(
                    CurrentWorker.accountId().orElseThrow(),
                    present,
                    next,
                    request.getSession().getId(),
                    request.getRemoteAddr());
        } catch (WrongPasswordException e) {
            return page(who, Map.of("present", e.getMessage()), model);
        } catch (WeakPasswordException e) {
            return page(who, Map.of("next", e.getMessage()), model);
        }
        if (mustChoose(who)) {
            session.passwordChosen(who, request, response);
        }
        onNextPage.addFlashAttribute(
                "done", "Your password is changed. Wherever else you were signed in, you are not any more.");
        return "redirect:" + PATH;
    }

    private String page(Authentication who, Map<String, String> problems, Model model) {
        model.addAttribute("problems", new TreeMap<>(problems));
        model.addAttribute("mustChoose", mustChoose(who));
        model.addAttribute("password", passwords.has(who.getName()));
        model.addAttribute(
                "passkeys",
                passkeys.of(who.getName()).stream()
                        .map(passkey -> new PasskeyInWords(
                                Passkeys.idOf(passkey),
                                passkey.getLabel(),
                                DAY.format(passkey.getCreated()),
                                DAY.format(passkey.getLastUsed())))
                        .toList());
        model.addAttribute("administrator", permissions.holdsAny(PracticeRole.ADMINISTRATOR));
        return "access/your-sign-in";
    }

    /** Whoever came with a one-time password has not signed in wholly yet. */
    private static boolean mustChoose(Authentication who) {
        return who.getAuthorities().contains(SignInSteps.MUST_CHOOSE_PASSWORD);
    }
}
