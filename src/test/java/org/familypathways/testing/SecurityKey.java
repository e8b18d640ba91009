package org.familypathways.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A security key and the browser to which it is plugged, as far as a server sees them: it makes and proves a passkey. */
public final class SecurityKey {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PRESENT_AND_VERIFIED = 0x05;
    private static final int WITH_KEY = 0x40;

    private final KeyPair keys;
    private final byte[] id = new byte[32];
    private int count;

    public SecurityKey() {
        new SecureRandom().nextBytes(id);
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String id() {
        return base64(id);
    }

    /** What the browser answers when it was told to make a passkey. */
    public String make(String options, String origin) {
        JsonNode asked = JSON.readTree(options);
        byte[] data = join(
                hash(asked.path("rp").path("id").asString().getBytes(UTF_8)),
                flagsAndCount(PRESENT_AND_VERIFIED | WITH_KEY),
                new byte[16],
                new byte[] {0, (byte) id.length},
                id,
                publicKey());
        byte[] attestation = join(
                new byte[] {(byte) 0xa3},
                text("fmt"),
                text("none"),
                text("attStmt"),
                new byte[] {(byte) 0xa0},
                text("authData"),
                new byte[] {0x58, (byte) data.length},
                data);
        return """
                {"id": "%1$s", "rawId": "%1$s", "type": "public-key", "clientExtensionResults": {},
                 "response": {"clientDataJSON": "%2$s", "attestationObject": "%3$s", "transports": ["usb"]}}
                """.formatted(id(), base64(clientData("webauthn.create", asked, origin)), base64(attestation));
    }

    /** What the browser answers when it was told to prove it. */
    public String prove(String options, String origin) {
        JsonNode asked = JSON.readTree(options);
        byte[] data = join(hash(asked.path("rpId").asString().getBytes(UTF_8)), flagsAndCount(PRESENT_AND_VERIFIED));
        byte[] client = clientData("webauthn.get", asked, origin);
        return """
                {"id": "%1$s", "rawId": "%1$s", "type": "public-key", "clientExtensionResults": {},
                 "response": {"clientDataJSON": "%2$s", "authenticatorData": "%3$s", "signature": "%4$s"}}
                """.formatted(id(), base64(client), base64(data), base64(signed(join(data, hash(client)))));
    }

    private static byte[] clientData(String type, JsonNode asked, String origin) {
        return "{\"type\": \"%s\", \"challenge\": \"%s\", \"origin\": \"%s\", \"crossOrigin\": false}"
                .formatted(type, asked.path("challenge").asString(), origin)
                .getBytes(UTF_8);
    }

    private byte[] flagsAndCount(int flags) {
        return ByteBuffer.allocate(5).put((byte) flags).putInt(++count).array();
    }

    /** In COSE's way of writing: an ES256 key on the curve P-256. */
    private byte[] publicKey() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return join(
                HexFormat.of().parseHex("a5010203262001215820"),
                coordinate(point.getAffineX()),
                HexFormat.of().parseHex("225820"),
                coordinate(point.getAffineY()));
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] all = join(new byte[32], number.toByteArray());
        return Arrays.copyOfRange(all, all.length - 32, all.length);
    }

    private byte[] signed(byte[] text) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hash(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] text(String text) {
        return join(new byte[] {(byte) (0x60 + text.length())}, text.getBytes(UTF_8));
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
