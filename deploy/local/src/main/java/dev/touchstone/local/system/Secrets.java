package dev.touchstone.local.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What nobody else should know.
 *
 * @param emulatorKey of the form of an API key; the emulator takes any, and a new one at each start shows that nobody
 *        depends on it
 * @param samplingSeed kept with the data: an attempt that goes on after a new start must draw the same cases
 */
record Secrets(String emulatorKey, String samplingSeed) {

    private static final int BYTES = 20;

    static Secrets of(Path seedFile) throws IOException {
        if (!Files.exists(seedFile)) {
            // Whole or not at all: an empty seed would be refused at every further start.
            Path written = Files.createTempFile(seedFile.toAbsolutePath().getParent(), "seed", null,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(written, random());
            Files.move(written, seedFile, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Secrets(random(), Files.readString(seedFile).strip());
    }

    /** 40 hexadecimal digits. */
    private static String random() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
