package org.familypathways.access.web;

import org.familypathways.access.PasswordSignIns;
import org.familypathways.access.SignInSettings;
import org.familypathways.access.SignInSettings.LocalAccountsFor;
import org.familypathways.access.provider.ProviderSignIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where people sign in, and what they read when they cannot, or have signed out. */
@Controller
class SignInPage {

    private final ProviderSignIn providers;
    private final PasswordSignIns passwords;
    private final SignInSettings settings;

    SignInPage(ProviderSignIn providers, PasswordSignIns passwords, SignInSettings settings) {
        this.providers = providers;
        this.passwords = passwords;
        this.settings = settings;
    }

    @GetMapping("/sign-in")
    String signIn(Model model) {
        model.addAttribute("providers", providers.providers());
        model.addAttribute("passwords", passwords.whom() != LocalAccountsFor.NOBODY);
        model.addAttribute("administratorsOnly", passwords.whom() == LocalAccountsFor.ADMINISTRATORS);
        return "access/sign-in";
    }

    @GetMapping(ProviderSignIn.NOT_SET_UP)
    String notSetUp(Model model) {
        model.addAttribute("ask", settings.ask());
        return "access/not-set-up";
    }

    /** What follows the sign-out, which was a form. */
    @RequestMapping(ProviderSignIn.SIGNING_OUT)
    String signingOut() {
        return "access/signing-out";
    }
}
