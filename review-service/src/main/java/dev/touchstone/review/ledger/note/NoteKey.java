package dev.touchstone.review.ledger.note;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The public half of a key that signs notes with Ed25519.
 *
 * @param name of the key, as it stands in the signature's line
 * @param publicKey the 32 bytes of RFC 8032, as 64 lower-case hexadecimal digits
 */
public record NoteKey(String name, String publicKey) {

    static final String ED25519 = "Ed25519";

    /** The signature type of the specification. */
    private static final byte TYPE = 1;
    private static final int LENGTH = 32;
    private static final int SIGNATURE_LENGTH = 64;
    /** What stands before the 32 bytes in an X.509 SubjectPublicKeyInfo (RFC 8410), the form in which the JDK takes them. */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    /** @throws MalformedNote if the name or the key cannot be one */
    public NoteKey {
        KeyName.checked(name);
        MalformedNote.unless(publicKey.matches("[0-9a-f]{64}"), "An Ed25519 key has 32 bytes");
    }

    /**
     * Reads a verifier key: {@code name+hash+key}, the hash in 8 hexadecimal digits, the key in base 64 behind its type.
     *
     * @throws MalformedNote if it is none, is of another type, or has another key's hash
     */
    public static NoteKey parse(String text) {
        // Base 64 has a plus, too; the name and the hash have none.
        String[] parts = text.split("\\+", 3);
        MalformedNote.unless(parts.length == 3, "A verifier key is name+hash+key");
        byte[] typed = Base64Text.parse(parts[2], "The key");
        MalformedNote.unless(typed.length == 1 + LENGTH && typed[0] == TYPE, "The key is not an Ed25519 key");
        NoteKey key = new NoteKey(parts[0], HexFormat.of().formatHex(typed, 1, typed.length));
        MalformedNote.unless(key.hash().equals(parts[1]), "The hash is not that of this name and key");
        return key;
    }

    /** The verifier key as text, for whoever wants to check notes. */
    public String text() {
        return name + "+" + hash() + "+" + Base64Text.of(typed());
    }

    /** The key's id in notes, as 8 hexadecimal digits: the first bytes of SHA-256(name ‖ 0x0A ‖ type ‖ key). */
    public String hash() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256.digest(typed()), 0, NoteSignature.HASH_LENGTH);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** Whether the signature says that it is this key's; not whether it is. */
    boolean isNamedBy(NoteSignature signature) {
        return signature.name().equals(name) && signature.hash().equals(hash());
    }

    boolean signed(String text, NoteSignature signature) {
        byte[] bytes = signature.bytes();
        if (bytes.length != SIGNATURE_LENGTH) {
            return false;
        }
        try {
            Signature check = Signature.getInstance(ED25519);
            check.initVerify(decoded());
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(bytes);
        } catch (GeneralSecurityException refused) {
            // Also of 32 bytes that are no point of the curve: nobody can have signed with those.
            return false;
        }
    }

    private PublicKey decoded() throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(X509, X509.length + LENGTH);
        System.arraycopy(typed(), 1, encoded, X509.length, LENGTH);
        return KeyFactory.getInstance(ED25519).generatePublic(new X509EncodedKeySpec(encoded));
    }

    private byte[] typed() {
        byte[] typed = new byte[1 + LENGTH];
        typed[0] = TYPE;
        System.arraycopy(HexFormat.of().parseHex(publicKey), 0, typed, 1, LENGTH);
        return typed;
    }
}
