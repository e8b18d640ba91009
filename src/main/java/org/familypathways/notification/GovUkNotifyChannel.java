package org.familypathways.notification;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import uk.gov.service.notify.NotificationClient;
import uk.gov.service.notify.NotificationClientException;

/**
 * E-mails and letters through GOV.UK Notify. It keeps our reference with what it accepted, so that after a crash it can
 * be asked whether a notification had reached it.
 */
final class GovUkNotifyChannel implements Channel {

    static final String NAME = "govuk-notify";
    private static final int LAST_ADDRESS_LINE = 7;

    static {
        // otherwise the Java library repeats a POST by itself when the connection breaks, and a letter goes out twice
        System.setProperty("sun.net.http.retryPost", "false");
    }

    private final NotificationClient client;
    private final GovUkNotifySettings settings;

    /** The client knows no time limit; its calls wait here for as long as we are willing to. */
    private final ExecutorService calls = Executors.newCachedThreadPool(call -> {
        var thread = new Thread(call, "govuk-notify");
        thread.setDaemon(true);
        return thread;
    });

    GovUkNotifyChannel(GovUkNotifySettings settings) {
        this.client = new NotificationClient(settings.apiKey(), settings.baseUrl());
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean carries(WayOfContact way, String template) {
        return settings.templateFor(way, template).isPresent();
    }

    @Override
    public void send(Outgoing notification) throws NotAccepted, PerhapsAccepted {
        try {
            withinTimeout(() -> hand(notification));
        } catch (TimeoutException e) {
            throw new PerhapsAccepted("GOV.UK Notify did not answer in time.");
        } catch (NotificationClientException e) {
            throw refusal(e);
        }
    }

    private Object hand(Outgoing notification) throws NotificationClientException {
        String template =
                settings.templateFor(notification.to(), notification.template()).orElseThrow();
        String reference = notification.reference().toString();
        var values = personalisation(notification);
        if (notification.to() instanceof WayOfContact.Email email) {
            return client.sendEmail(template, email.address(), values, reference);
        }
        return client.sendLetter(template, values, reference);
    }

    private static Map<String, String> personalisation(Outgoing notification) {
        var values = new HashMap<>(notification.personalisation());
        values.put("subject", notification.text().subject());
        values.put("body", notification.text().body());
        if (notification.to() instanceof WayOfContact.Letter letter) {
            List<String> lines = letter.lines();
            for (int line = 1; line <= Math.min(lines.size(), LAST_ADDRESS_LINE); line++) {
                values.put("address_line_" + line, lines.get(line - 1));
            }
        }
        return values;
    }

    /** An answer of refusal is certain; anything else may have come after the notification was taken. */
    private static NotAccepted refusal(NotificationClientException e) throws PerhapsAccepted {
        int status = e.getHttpResult();
        if (e.getCause() instanceof ConnectException || e.getCause() instanceof UnknownHostException) {
            return new NotAccepted("GOV.UK Notify could not be reached.");
        }
        if (status == 429) {
            return new NotAccepted("GOV.UK Notify is taking no more at the moment (429).");
        }
        if (status == 401 || status == 403) {
            return new NotAccepted("GOV.UK Notify does not accept our key (%d).".formatted(status));
        }
        if (status >= 400 && status < 500) {
            return new NotAccepted(
                    "GOV.UK Notify refused it (%d): the address or the template is wrong.".formatted(status));
        }
        throw new PerhapsAccepted("GOV.UK Notify had a fault of its own, or the connection to it broke.");
    }

    @Override
    public boolean canBeAsked() {
        return true;
    }

    @Override
    public boolean accepted(UUID reference) throws NotAccepted {
        try {
            var known = withinTimeout(() -> client.getNotifications(null, null, reference.toString(), null));
            return !known.getNotifications().isEmpty();
        } catch (TimeoutException | NotificationClientException e) {
            throw new NotAccepted("GOV.UK Notify cannot be asked at the moment whether it has this notification.");
        }
    }

    private <T> T withinTimeout(Callable<T> call) throws TimeoutException, NotificationClientException {
        try {
            return calls.submit(call).get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof NotificationClientException answer
                    ? answer
                    : new NotificationClientException("The call failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException();
        }
    }
}
