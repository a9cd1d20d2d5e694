package dev.touchstone.local.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;

import dev.touchstone.events.access.ApiKey;

/**
 * What nobody else should know. All but the emulator's key are made once and kept with the data: an attempt that goes on
 * after a new start must draw the same cases, and a key that was written down must still be good.
 *
 * @param emulatorKey of the form of an API key; the emulator takes any, and a new one at each start shows that nobody
 *        depends on it
 * @param serviceKey by which the services know one another
 * @param ledgerKey that signs the heads of the ledger: Ed25519 in PKCS#8, as base 64
 */
record Secrets(String emulatorKey, String samplingSeed, ApiKey serviceKey, String ledgerKey, Keys keys) {

    private static final int BYTES = 20;
    private static final SecureRandom RANDOMNESS = new SecureRandom();

    static Secrets of(Layout layout) throws IOException {
        return new Secrets(random(), kept(layout.samplingSeed(), Secrets::random), key(layout.key("service")),
                kept(layout.key("ledger"), Secrets::signingKey),
                new Keys(key(layout.key("client")), key(layout.key("house")), key(layout.key("second"))));
    }

    private static ApiKey key(Path file) throws IOException {
        return new ApiKey(kept(file, () -> ApiKey.random(RANDOMNESS).secret()));
    }

    /** Whole or not at all, and for its owner only: half a secret would be refused at every further start. */
    private static String kept(Path file, Supplier<String> fresh) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path written = Files.createTempFile(file.toAbsolutePath().getParent(), "new-", null,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(written, fresh.get() + "\n", StandardCharsets.US_ASCII);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file, StandardCharsets.US_ASCII).strip();
    }

    private static String signingKey() {
        try {
            return Base64.getEncoder()
                    .encodeToString(KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has Ed25519", impossible);
        }
    }

    /** 40 hexadecimal digits. */
    private static String random() {
        byte[] random = new byte[BYTES];
        RANDOMNESS.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
