package dev.touchstone.telemetry.wandb.artifact;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The names that a client gives to an artifact and to its collection before W&amp;B has names for them: 128 letters and
 * digits. They are derived, not drawn, so that whoever tries again after a crash names the same thing by the same id; the
 * randomness is in the seed.
 */
public final class ClientIds {

    private static final int LENGTH = 128;
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

    /** Bytes from here on would favour the first letters. */
    private static final int FAIR = 256 / ALPHABET.length() * ALPHABET.length();

    private final String seed;

    /**
     * @param seed the same for all that log to the same runs, and nobody else's
     */
    public ClientIds(String seed) {
        this.seed = seed;
    }

    /** Of a version: the same for the same content. */
    String artifact(ArtifactDraft draft, String digest) {
        return derived("artifact", draft.entity(), draft.project(), draft.runId(), draft.name(), digest);
    }

    /** The same for all versions that a run makes of a collection. */
    String sequence(ArtifactDraft draft) {
        return derived("sequence", draft.entity(), draft.project(), draft.runId(), draft.name());
    }

    private String derived(String... names) {
        StringBuilder id = new StringBuilder(LENGTH);
        for (int round = 0; id.length() < LENGTH; round++) {
            for (byte one : hash(round, names)) {
                int value = one & 0xFF;
                if (value < FAIR && id.length() < LENGTH) {
                    id.append(ALPHABET.charAt(value % ALPHABET.length()));
                }
            }
        }
        return id.toString();
    }

    private byte[] hash(int round, String... names) {
        MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, round));
        update(digest, seed);
        for (String name : names) {
            update(digest, name);
        }
        return digest.digest();
    }

    /** With its length, so that no two lists of names run into the same bytes. */
    private static void update(MessageDigest digest, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
