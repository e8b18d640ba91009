package org.familypathways.access;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The passkeys of local accounts, the second factor after the password. What a passkey proves is checked by Spring Security;
 * here stands whose they are, and that each change is kept and ends the other sessions.
 */
@Component
public class Passkeys {

    private static final Logger log = LoggerFactory.getLogger(Passkeys.class);

    private final JdbcClient jdbc;
    private final JdbcPublicKeyCredentialUserEntityRepository owners;
    private final JdbcUserCredentialRepository credentials;
    private final SecondFactor secondFactor;
    private final WorkerSessions sessions;
    private final SignInLog changes;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    Passkeys(
            JdbcClient jdbc,
            JdbcOperations operations,
            SecondFactor secondFactor,
            WorkerSessions sessions,
            SignInLog changes) {
        this.jdbc = jdbc;
        this.owners = new JdbcPublicKeyCredentialUserEntityRepository(operations);
        this.credentials = new JdbcUserCredentialRepository(operations);
        this.secondFactor = secondFactor;
        this.sessions = sessions;
        this.changes = changes;
    }

    /** In the order in which they were added. */
    public List<CredentialRecord> of(String accountId) {
        return Optional.ofNullable(owners.findByUsername(accountId)).stream()
                .map(PublicKeyCredentialUserEntity::getId)
                .flatMap(owner -> credentials.findByUserId(owner).stream())
                .sorted(Comparator.comparing(CredentialRecord::getCreated))
                .toList();
    }

    public boolean has(String accountId) {
        return jdbc.sql("""
                        select exists (select from user_credentials c join user_entities o on o.id = c.user_entity_user_id
                          where o.name = :account)
                        """).param("account", accountId).query(Boolean.class).single();
    }

    /** What the worker's browser is told to make a passkey from. Also for security keys without a PIN of their own. */
    @Transactional
    public PublicKeyCredentialCreationOptions begin(Authentication who, PasskeySite site) {
        inTurn(who.getName());
        var operations = operations(site);
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.PREFERRED)
                        .userVerification(UserVerificationRequirement.PREFERRED)
                        .build()));
        return operations.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(who));
    }

    /**
     * Takes the passkey that the browser made. Wherever else the worker is signed in, they are not any more.
     *
     * @param made what the browser answered, as JSON
     * @throws PasskeyRefused when it is not what was asked for
     */
    @Transactional
    public void add(
            String accountId,
            PublicKeyCredentialCreationOptions begun,
            String made,
            String name,
            PasskeySite site,
            String sessionId) {
        inTurn(accountId);
        String problem = "This passkey could not be added. Try again.";
        if (!begun.getUser().getName().equals(accountId)) {
            // somebody else was signed in with this browser when it was begun
            throw new PasskeyRefused(problem);
        }
        believed(problem, () -> {
            var credential =
                    json.readValue(made, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
            return operations(site)
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            begun, new RelyingPartyPublicKey(credential, name)));
        });
        sessions.end(accountId, sessionId);
        changes.changed(accountId, "Added the passkey “%s”".formatted(name));
    }

    /** What the worker's browser is told to prove, with one of their passkeys and with no other. */
    public PublicKeyCredentialRequestOptions ask(Authentication who, PasskeySite site) {
        return operations(site)
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(who));
    }

    /**
     * Believes what the browser proved.
     *
     * @param proof what the browser answered, as JSON
     * @throws PasskeyRefused when it proves nothing
     */
    @Transactional
    public void use(String accountId, PublicKeyCredentialRequestOptions asked, String proof, PasskeySite site) {
        inTurn(accountId);
        String problem = "Your passkey was not recognised. Try again.";
        var owner = believed(problem, () -> {
            var credential =
                    json.readValue(proof, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
            return operations(site).authenticate(new RelyingPartyAuthenticationRequest(asked, credential));
        });
        if (!owner.getName().equals(accountId)) {
            throw new PasskeyRefused(problem);
        }
    }

    /**
     * The worker does not use it any more. Wherever else they are signed in, they are not any more.
     *
     * @throws PasskeyRefused when it is their only one and they need one
     */
    @Transactional
    public void remove(String accountId, String passkeyId, String sessionId) {
        inTurn(accountId);
        var all = of(accountId);
        all.stream().filter(each -> idOf(each).equals(passkeyId)).forEach(passkey -> {
            if (all.size() == 1 && secondFactor.isRequiredOf(accountId)) {
                throw new PasskeyRefused(
                        "This is your only passkey, and you need one to sign in. Add another one before you remove it.");
            }
            credentials.delete(passkey.getCredentialId());
            sessions.end(accountId, sessionId);
            changes.changed(accountId, "Removed the passkey “%s”".formatted(passkey.getLabel()));
        });
    }

    /** Somebody has lost them. Within the transaction of what they get instead. */
    @Transactional
    void removeAll(String accountId) {
        inTurn(accountId);
        of(accountId).forEach(passkey -> {
            credentials.delete(passkey.getCredentialId());
            changes.changed(accountId, "The passkey “%s” was removed".formatted(passkey.getLabel()));
        });
    }

    @EventListener
    @Transactional
    void left(WorkerLeft left) {
        removeAll(left.accountId());
    }

    /** How a page names a passkey. */
    public static String idOf(CredentialRecord passkey) {
        return passkey.getCredentialId().toBase64UrlString();
    }

    public String toJson(Object options) {
        return json.writeValueAsString(options);
    }

    /** Otherwise a passkey that is used while it is being removed would be written back. */
    private void inTurn(String accountId) {
        jdbc.sql("select account_id from worker where account_id = :account for no key update")
                .param("account", accountId)
                .query(String.class)
                .single();
    }

    private Webauthn4JRelyingPartyOperations operations(PasskeySite site) {
        return new Webauthn4JRelyingPartyOperations(owners, credentials, site.relyingParty(), Set.of(site.origin()));
    }

    private static <T> T believed(String problem, Supplier<T> ceremony) {
        try {
            return ceremony.get();
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            log.warn("A passkey was refused: {}", String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}", " "));
            throw new PasskeyRefused(problem, e);
        }
    }
}
