package dev.touchstone.review.cases;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a page of the queue ended. It holds the sorted values of the last line, not its number: what follows stays what
 * follows,
 * whatever comes and goes before it.
 *
 * @param key a time or a name, as the order sorts by
 */
public record QueuePosition(QueueSection section, QueueOrder order, String key, UUID submissionId) {

    /** For an address; nobody needs to read it. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(String.join(" ", section.key(), order.key(),
                submissionId.toString(), key).getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for what is none, or of a section or an order that the filter does not have. */
    public static Optional<QueuePosition> read(String text, QueueFilter filter) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 4);
            return parts.length < 4 ? Optional.empty()
                    : Optional.of(new QueuePosition(QueueSection.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                            QueueOrder.valueOf(parts[1].toUpperCase(Locale.ROOT)), parts[3], UUID.fromString(parts[2])))
                            .filter(position -> position.isOf(filter));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private boolean isOf(QueueFilter filter) {
        return filter.sections().contains(section) && order == QueueOrder.of(filter, section)
                && (order.isByTime() ? Math.abs(Instant.parse(key).getEpochSecond()) < Integer.MAX_VALUE
                        : key.indexOf('\0') < 0);
    }
}
