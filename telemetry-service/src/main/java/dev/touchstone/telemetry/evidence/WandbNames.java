package dev.touchstone.telemetry.evidence;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import dev.touchstone.events.artifacts.Artifacts;

/**
 * Names as W&amp;B allows them: 128 characters of {@code A-Z a-z 0-9 _ . -}. Two things never get one name: where
 * something is lost, a digest of the whole is added, and what looks as if it had such a digest gets one of its own.
 */
final class WandbNames {

    private static final int LONGEST = 128;
    private static final Pattern FORBIDDEN = Pattern.compile("[^A-Za-z0-9_.-]+");
    private static final Pattern DIGESTED = Pattern.compile(".*-[0-9a-f]{16}");
    private static final int DIGEST = 16;

    private WandbNames() {
    }

    /**
     * The name of a collection of artifacts, as {@code trip-planner-security}. What it holds stands last and has no
     * hyphen, so that no owner can take the name of another's.
     */
    static String collection(String owner, String holds) {
        return plain(owner, LONGEST - holds.length() - 1) + "-" + holds;
    }

    /** An alias that says what it is, since a revision may be called {@code latest} or {@code v3}, which is W&amp;B's. */
    static String alias(String kind, String text) {
        return kind + "-" + plain(text, LONGEST - kind.length() - 1);
    }

    /** A file's name inside an artifact or below {@code media}: no directory, whatever it came with. */
    static String file(String name) {
        return plain(name, LONGEST);
    }

    private static String plain(String text, int longest) {
        boolean keeps = !text.isEmpty() && text.length() <= longest && !FORBIDDEN.matcher(text).find()
                && !DIGESTED.matcher(text).matches() && text.chars().anyMatch(each -> each != '.');
        if (keeps) {
            return text;
        }
        String cleaned = FORBIDDEN.matcher(text).replaceAll("_");
        int room = longest - DIGEST - 1;
        return cleaned.substring(0, Math.min(cleaned.length(), room)) + "-" + digest(text);
    }

    private static String digest(String text) {
        String whole = Artifacts.digest(text.getBytes(StandardCharsets.UTF_8));
        return whole.substring(whole.indexOf(':') + 1).substring(0, DIGEST);
    }
}
