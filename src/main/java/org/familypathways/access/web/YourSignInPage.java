package org.familypathways.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.TreeMap;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.LocalAccounts;
import org.familypathways.access.Passwords;
import org.familypathways.access.Permissions;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.WeakPasswordException;
import org.familypathways.access.WrongPasswordException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
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

    private final Passwords passwords;
    private final Permissions permissions;
    private final SecurityContextRepository signIns = new HttpSessionSecurityContextRepository();

    YourSignInPage(Passwords passwords, Permissions permissions) {
        this.passwords = passwords;
        this.permissions = permissions;
    }

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
        goOn(who, request, response);
        onNextPage.addFlashAttribute(
                "done", "Your password is changed. Wherever else you were signed in, you are not any more.");
        return "redirect:" + PATH;
    }

    private String page(Authentication who, Map<String, String> problems, Model model) {
        model.addAttribute("problems", new TreeMap<>(problems));
        model.addAttribute("mustChoose", who.getAuthorities().contains(LocalAccounts.MUST_CHOOSE_PASSWORD));
        model.addAttribute("password", passwords.has(who.getName()));
        model.addAttribute("administrator", permissions.holdsAny(PracticeRole.ADMINISTRATOR));
        return "access/your-sign-in";
    }

    /** Whoever came with a one-time password has now signed in wholly. */
    private void goOn(Authentication who, HttpServletRequest request, HttpServletResponse response) {
        if (!who.getAuthorities().contains(LocalAccounts.MUST_CHOOSE_PASSWORD)) {
            return;
        }
        request.changeSessionId();
        var wholly = UsernamePasswordAuthenticationToken.authenticated(
                who.getPrincipal(),
                null,
                who.getAuthorities().stream()
                        .filter(authority -> !authority.equals(LocalAccounts.MUST_CHOOSE_PASSWORD))
                        .toList());
        wholly.setDetails(who.getDetails());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(wholly);
        SecurityContextHolder.setContext(context);
        signIns.saveContext(context, request, response);
    }
}
