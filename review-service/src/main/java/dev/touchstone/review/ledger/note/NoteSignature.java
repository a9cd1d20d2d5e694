package dev.touchstone.review.ledger.note;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * One line below a note.
 *
 * @param name of the key
 * @param base64 of the key's hash in 4 bytes and the signature's own bytes
 */
public record NoteSignature(String name, String base64) {

    static final int HASH_LENGTH = 4;

    private static final String DASH = "\u2014 ";

    /** @throws MalformedNote if it cannot be a signature's line */
    public NoteSignature {
        KeyName.checked(name);
        MalformedNote.unless(Base64Text.parse(base64, "A signature").length > HASH_LENGTH, "A signature has no bytes");
    }

    static NoteSignature parse(String line) {
        String[] parts = line.split(" ", -1);
        MalformedNote.unless(line.startsWith(DASH) && parts.length == 3,
                "A signature's line is an em dash, a name and base 64, parted by spaces");
        return new NoteSignature(parts[1], parts[2]);
    }

    static NoteSignature of(NoteKey key, byte[] signature) {
        byte[] hash = HexFormat.of().parseHex(key.hash());
        byte[] both = Arrays.copyOf(hash, HASH_LENGTH + signature.length);
        System.arraycopy(signature, 0, both, HASH_LENGTH, signature.length);
        return new NoteSignature(key.name(), Base64Text.of(both));
    }

    /** Of the key, 8 hexadecimal digits. */
    public String hash() {
        return HexFormat.of().formatHex(decoded(), 0, HASH_LENGTH);
    }

    byte[] bytes() {
        byte[] both = decoded();
        return Arrays.copyOfRange(both, HASH_LENGTH, both.length);
    }

    String line() {
        return DASH + name + " " + base64 + "\n";
    }

    private byte[] decoded() {
        return Base64Text.parse(base64, "A signature");
    }
}
