package org.familypathways.access.provider;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Which session here belongs to which session with the provider, kept beside the sessions in the database, so that any
 * node can end it. An entry hangs on the session's row, which stays the same when its id changes, and goes with it.
 */
@Component
class ProviderSessions implements OidcSessionRegistry {

    private final JdbcClient jdbc;

    ProviderSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Remembers by which sign-in with the provider a session was opened.
     *
     * @param sessionId the id with which the browser came back from the provider; the database knows no newer one yet
     */
    void opened(String sessionId, OidcUser proof) {
        jdbc.sql("""
                        insert into provider_session (session, issuer, subject, provider_session)
                        select primary_id, :issuer, :subject, :provider from spring_session where session_id = :id
                        on conflict (session) do update set issuer = excluded.issuer, subject = excluded.subject,
                          provider_session = excluded.provider_session
                        """)
                .param("id", sessionId)
                .param("issuer", proof.getIssuer().toString())
                .param("subject", proof.getSubject())
                .param("provider", proof.getClaimAsString("sid"))
                .update();
    }

    /** Ends the session that the provider names, or every session of the person when it names only them. */
    void end(OidcLogoutToken ended) {
        jdbc.sql("""
                        delete from spring_session where primary_id in (
                          select session from provider_session where issuer = :issuer and case
                            when :provider::text is null then subject = :subject else provider_session = :provider end)
                        """)
                .param("issuer", ended.getIssuer().toString())
                .param("subject", ended.getSubject())
                .param("provider", ended.getSessionId())
                .update();
    }

    /** Nothing: Spring Security tells this with a session id that the database does not know yet. */
    @Override
    public void saveSessionInformation(OidcSessionInformation information) {}

    /** Nothing: the entry goes with the session. */
    @Override
    public @Nullable OidcSessionInformation removeSessionInformation(String sessionId) {
        return null;
    }

    @Override
    public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken ended) {
        end(ended);
        return List.of();
    }
}
