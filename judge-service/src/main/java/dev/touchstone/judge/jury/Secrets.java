package dev.touchstone.judge.jury;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks what must not be disclosed, before anything is stored or shown to a model. The patterns have no nested repeats. */
public final class Secrets {

    private static final Map<String, Pattern> PATTERNS = Map.of(
            // Up to its end, or as much as there is of it: half a key is a disclosure as well.
            "private_key", Pattern.compile("-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[A-Za-z0-9+/=\\s:,-]{0,8000}"),
            "ssn", Pattern.compile("(?<![\\d-])(?!000|666|9\\d\\d)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}(?![\\d-])"),
            "api_key", Pattern.compile("(?<![A-Za-z0-9_-])(?:sk-[A-Za-z0-9_-]{16,200}|AKIA[0-9A-Z]{16}|AIza[A-Za-z0-9_-]{35}"
                    + "|gh[pousr]_[A-Za-z0-9]{30,200}|github_pat_[A-Za-z0-9_]{30,200}|xox[abprs]-[A-Za-z0-9-]{10,200}"
                    + "|glpat-[A-Za-z0-9_-]{20,200}|hf_[A-Za-z0-9]{30,200})"),
            "token", Pattern.compile("(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,2000}\\.eyJ[A-Za-z0-9_-]{10,4000}"
                    + "\\.[A-Za-z0-9_-]{10,2000}"));

    private Secrets() {
    }

    /** The text with each secret replaced, and a flag for each, whose evidence is the replacement. */
    public static Screened mask(String text) {
        StringBuilder masked = new StringBuilder();
        List<Flag> flags = new ArrayList<>();
        int from = 0;
        for (Hit hit : hits(text)) {
            if (hit.start() >= from) {
                masked.append(text, from, hit.start());
                int start = masked.length();
                masked.append("[masked:").append(hit.name()).append(']');
                flags.add(new Flag(Flag.PATTERN + hit.name(), new Span(start, masked.length(), masked.substring(start))));
                from = hit.end();
            }
        }
        return new Screened(masked.append(text.substring(from)).toString(), flags);
    }

    private static List<Hit> hits(String text) {
        List<Hit> hits = new ArrayList<>();
        PATTERNS.forEach((name, pattern) -> {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                hits.add(new Hit(name, matcher.start(), matcher.end()));
            }
        });
        hits.sort(Comparator.comparingInt(Hit::start).thenComparing(Hit::name));
        return hits;
    }

    private record Hit(String name, int start, int end) {
    }
}
