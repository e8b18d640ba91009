package org.familypathways.notification;

import jakarta.mail.MessagingException;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** E-mail through a mail server. It cannot be asked later, so a lost connection leaves the matter to a person. */
final class SmtpChannel implements Channel {

    static final String NAME = "smtp";
    /** How Spring's mail sender says that it never got as far as handing anything over. */
    private static final String NOT_CONNECTED = "Mail server connection failed";

    private static final Pattern NO = Pattern.compile("[45]\\d\\d ");

    private final JavaMailSender mail;
    private final String from;

    SmtpChannel(JavaMailSender mail, String from) {
        this.mail = mail;
        this.from = from;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean carries(WayOfContact way, String template) {
        return way instanceof WayOfContact.Email;
    }

    @Override
    public void send(Outgoing notification) throws NotAccepted, PerhapsAccepted {
        try {
            mail.send(message -> {
                var mail = new MimeMessageHelper(message, "UTF-8");
                mail.setFrom(from);
                mail.setTo(((WayOfContact.Email) notification.to()).address());
                mail.setSubject(notification.text().subject());
                mail.setText(notification.text().body());
                message.setHeader("Auto-Submitted", "auto-generated");
                message.setHeader(
                        "X-Notification-Reference", notification.reference().toString());
            });
        } catch (MailException e) {
            if (surelyNotSent(e)) {
                throw new NotAccepted("The mail server did not take it.");
            }
            throw new PerhapsAccepted("The connection to the mail server was lost while it was being sent.");
        }
    }

    @Override
    public boolean canBeAsked() {
        return false;
    }

    @Override
    public boolean accepted(UUID reference) throws NotAccepted {
        throw new NotAccepted("A mail server cannot be asked.");
    }

    private static boolean surelyNotSent(MailException e) {
        if (e instanceof MailAuthenticationException
                || e instanceof MailParseException
                || e instanceof MailPreparationException) {
            return true;
        }
        if (e instanceof MailSendException failure) {
            var failures = failure.getMessageExceptions();
            return String.valueOf(failure.getMessage()).startsWith(NOT_CONNECTED)
                    || failures.length > 0 && Stream.of(failures).allMatch(SmtpChannel::refused);
        }
        return false;
    }

    /** The server answered no (4xx or 5xx); anything else may have happened after it had taken the message. */
    private static boolean refused(Exception e) {
        for (Exception cause = e; cause instanceof MessagingException m; cause = m.getNextException()) {
            if (NO.matcher(String.valueOf(m.getMessage())).lookingAt()) {
                return true;
            }
        }
        return false;
    }
}
