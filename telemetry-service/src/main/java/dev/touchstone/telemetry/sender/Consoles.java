package dev.touchstone.telemetry.sender;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.touchstone.telemetry.wandb.filestream.ConsoleLine;

/** Stored console lines as W&amp;B wants them. They are stored as every server takes them. */
final class Consoles {

    private static final Pattern PLAIN = Pattern.compile("(ERROR )?(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}) (.*)");

    private Consoles() {
    }

    /** What a stored line says; empty for one that is older than the console. */
    static Optional<ConsoleLine> read(String stored) {
        Matcher plain = PLAIN.matcher(stored);
        if (!plain.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ConsoleLine(LocalDateTime.parse(plain.group(2)).toInstant(ZoneOffset.UTC),
                    plain.group(1) != null, "", plain.group(3)));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    /**
     * @param structured whether the server wants objects
     */
    static String encoded(String stored, boolean structured) {
        return structured ? read(stored).map(ConsoleLine::structured).orElse(stored) : stored;
    }
}
