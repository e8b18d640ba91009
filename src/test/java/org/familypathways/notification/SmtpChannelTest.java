package org.familypathways.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.familypathways.notification.Channel.NotAccepted;
import org.familypathways.notification.Channel.PerhapsAccepted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpChannelTest {

    @RegisterExtension
    static final GreenMailExtension MAIL = new GreenMailExtension(
                    new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());

    @Test
    void an_email_arrives_as_plain_text() throws Exception {
        channel(MAIL.getSmtp().getPort()).send(outgoing("A plan – agreed", "Open <b>{link}</b>"));

        var received = MAIL.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getSubject()).isEqualTo("A plan – agreed");
        assertThat(received[0].getContentType()).startsWith("text/plain");
        assertThat(GreenMailUtil.getBody(received[0])).isEqualTo("Open <b>{link}</b>");
        assertThat(received[0].getAllRecipients()).extracting(Object::toString).containsExactly("jo@example.org");
    }

    @Test
    void a_mail_server_that_is_down_has_surely_not_sent_it() throws Exception {
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }

        assertThatThrownBy(() -> channel(closed).send(outgoing("Subject", "Body")))
                .isInstanceOf(NotAccepted.class);
    }

    @Test
    void a_mail_server_that_says_no_has_surely_not_sent_it() throws Exception {
        assertThatThrownBy(() -> sendToServerThatAnswers("550 no such mailbox", "550 no such mailbox"))
                .isInstanceOf(NotAccepted.class);
        assertThatThrownBy(() -> sendToServerThatAnswers("250 ok", "452 disk full"))
                .isInstanceOf(NotAccepted.class);
    }

    @Test
    void nobody_knows_when_the_connection_breaks_after_the_text() {
        assertThatThrownBy(() -> sendToServerThatAnswers("250 ok", null)).isInstanceOf(PerhapsAccepted.class);
    }

    /** A mail server of a few lines that answers so to the recipient and to the end of the text; null hangs up. */
    private static void sendToServerThatAnswers(String toRecipient, String toText) throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture.runAsync(() -> serve(server, toRecipient, toText));
            channel(server.getLocalPort()).send(outgoing("Subject", "Body"));
        }
    }

    private static void serve(ServerSocket server, String toRecipient, String toText) {
        try (var socket = server.accept();
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
                var out = socket.getOutputStream()) {
            out.write("220 ready\r\n".getBytes());
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String answer = "250 ok";
                if (line.startsWith("RCPT")) {
                    answer = toRecipient;
                } else if (line.equals("DATA")) {
                    out.write("354 go on\r\n".getBytes());
                    while (!in.readLine().equals(".")) {}
                    if (toText == null) {
                        return;
                    }
                    answer = toText;
                }
                out.write((answer + "\r\n").getBytes());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SmtpChannel channel(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().put("mail.smtp.timeout", "3000");
        return new SmtpChannel(sender, "children-services@example.org");
    }

    private static Outgoing outgoing(String subject, String body) {
        return new Outgoing(
                UUID.randomUUID(),
                "offer-accepted",
                new WayOfContact.Email("jo@example.org"),
                new Message(subject, body),
                Map.of());
    }
}
