package org.familypathways.access.web;

import java.util.Locale;
import java.util.Optional;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.Passkeys;
import org.familypathways.access.PasswordSignIns;
import org.familypathways.access.Passwords;
import org.familypathways.access.Permissions;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an administrator gives a worker a password that is good for choosing another one. */
@Controller
@RequestMapping("/passwords")
class PasswordPages {

    private final Passwords passwords;
    private final PasswordSignIns signIns;
    private final Passkeys passkeys;
    private final Workers workers;
    private final Permissions permissions;

    PasswordPages(
            Passwords passwords, PasswordSignIns signIns, Passkeys passkeys, Workers workers, Permissions permissions) {
        this.passwords = passwords;
        this.signIns = signIns;
        this.passkeys = passkeys;
        this.workers = workers;
        this.permissions = permissions;
    }

    @ModelAttribute
    void onlyAdministrators() {
        permissions.require(PracticeRole.ADMINISTRATOR);
    }

    @GetMapping
    String ask(@RequestParam(defaultValue = "") String account, Model model) {
        return page(account, null, model);
    }

    /** Answers with the password itself: it stands on this one page and nowhere else. */
    @PostMapping
    String replace(
            @RequestParam String account, @RequestParam(defaultValue = "false") boolean passkeysAsWell, Model model) {
        String accountId = account.strip().toLowerCase(Locale.ROOT);
        var worker = workers.find(accountId).filter(Worker::active);
        if (worker.isEmpty()) {
            return page(account, "Nobody with this account works here.", model);
        }
        if (CurrentWorker.accountId().equals(Optional.of(accountId))) {
            return page(account, "This is your own account. Change your password under Your sign-in.", model);
        }
        if (!signIns.isOpen(accountId)) {
            return page(
                    account, "This worker signs in with the identity provider. A password would open nothing.", model);
        }
        model.addAttribute("person", worker.get());
        model.addAttribute("password", passwords.replace(accountId, passkeysAsWell));
        model.addAttribute("passkeys", passkeys.has(accountId));
        model.addAttribute("passkeysAsWell", passkeysAsWell);
        model.addAttribute("hours", Passwords.ONE_TIME.toHours());
        return "access/one-time-password";
    }

    private static String page(String account, @Nullable String problem, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("problem", problem);
        return "access/passwords";
    }
}
