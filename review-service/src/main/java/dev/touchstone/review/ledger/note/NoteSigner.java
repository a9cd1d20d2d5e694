package dev.touchstone.review.ledger.note;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The private half of a key that signs notes. Ed25519 has no randomness of its own: the same text gives the same note. */
public final class NoteSigner {

    private static final int SEED_LENGTH = 32;

    private final NoteKey key;
    private final PrivateKey secret;

    private NoteSigner(NoteKey key, PrivateKey secret) {
        this.key = key;
        this.secret = secret;
    }

    /**
     * @param seed the 32 bytes that RFC 8032 calls the private key
     * @throws MalformedNote if the name or the seed cannot be one
     */
    public static NoteSigner of(String name, byte[] seed) {
        MalformedNote.unless(seed.length == SEED_LENGTH, "An Ed25519 key has 32 bytes");
        try {
            KeyPair pair = pair(seed);
            NoteSigner signer = new NoteSigner(new NoteKey(name, publicKey(pair)), pair.getPrivate());
            signer.tryOut(name + "\n");
            return signer;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has Ed25519", impossible);
        }
    }

    /**
     * @param pkcs8 the DER that {@code openssl genpkey -algorithm ed25519 -outform DER} writes
     * @throws MalformedNote if it is not such a key
     */
    public static NoteSigner ofPkcs8(String name, byte[] pkcs8) {
        try {
            PrivateKey secret = KeyFactory.getInstance(NoteKey.ED25519).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return of(name, ((EdECPrivateKey) secret).getBytes().orElseThrow());
        } catch (GeneralSecurityException malformed) {
            throw new MalformedNote("It is not an Ed25519 key in PKCS#8");
        }
    }

    public NoteKey key() {
        return key;
    }

    /** @throws MalformedNote if the text cannot be that of a note */
    public Note sign(String text) {
        try {
            Signature signature = Signature.getInstance(NoteKey.ED25519);
            signature.initSign(secret);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return new Note(text, List.of(NoteSignature.of(key, signature.sign())));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has Ed25519", impossible);
        }
    }

    /** The JDK makes a public key only together with a private one, so the generator is given the seed to draw. */
    private static KeyPair pair(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(NoteKey.ED25519);
        generator.initialize(NamedParameterSpec.ED25519, new Drawn(seed));
        return generator.generateKeyPair();
    }

    private static String publicKey(KeyPair pair) {
        byte[] x509 = pair.getPublic().getEncoded();
        return HexFormat.of().formatHex(x509, x509.length - SEED_LENGTH, x509.length);
    }

    /** What a generator draws is its own affair; nothing is signed unless it drew what it was given. */
    private void tryOut(String text) {
        if (!(Notes.verify(sign(text), List.of(key)) instanceof Notes.Verification.Verified)) {
            throw new IllegalStateException("This platform does not make the public key of a given private key");
        }
    }

    private static final class Drawn extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Drawn(byte[] seed) {
            this.seed = Arrays.copyOf(seed, seed.length);
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
