package dev.touchstone.sandbox.security.detect;

import java.net.IDN;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.touchstone.sandbox.Span;

/** Looks for URLs and mail addresses that lead to places which nothing must be sent to. */
final class Sinks {

    /** With the scheme, or as the target of a Markdown link or image, which may lack it; and mail addresses. */
    private static final Pattern TARGET = Pattern.compile("(?:https?|wss?|ftp):[/\\\\]{1,4}[^\\s\"'`<>()\\[\\]{}、。，「」]{1,2000}"
            + "|(?<=\\]\\()\\s{0,3}//[^\\s\"'`<>()]{1,2000}"
            + "|[\\w.+%-]{1,64}@[\\p{L}\\p{N}.-]{1,253}", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE_HOST = Pattern
            .compile("^(?:[a-z]{2,5}:(?=[/\\\\]))?[/\\\\]{0,4}(?:[^/\\\\?#@]{0,200}@)?");
    private static final Pattern BEHIND_HOST = Pattern.compile("[/\\\\?#:]");

    private Sinks() {
    }

    static List<Span> find(String code, List<String> sinks, String text) {
        List<Pattern> places = sinks.stream().map(Sinks::place).toList();
        List<Span> found = new ArrayList<>();
        for (Matcher matcher = TARGET.matcher(text); !sinks.isEmpty() && matcher.find();) {
            String target = comparable(matcher.group());
            if (places.stream().anyMatch(place -> place.matcher(target).matches())) {
                found.add(new Span(code, matcher.start(), matcher.end()));
            }
        }
        return found;
    }

    /** Where a sink is only named, without anything that a click or a renderer would follow; also as {@code evil[.]example}. */
    static List<Span> findNames(String code, List<String> sinks, String text) {
        List<Span> found = new ArrayList<>();
        for (String sink : sinks) {
            String spelled = Arrays.stream(comparable(sink).split("\\.", -1)).map(label -> Glob.of(label).pattern().pattern())
                    .collect(Collectors.joining("\\s?[\\[({]?(?:\\.|dot)[\\])}]?\\s?"));
            Matcher matcher = Pattern
                    .compile("(?<![a-z0-9-])" + spelled + "(?![a-z0-9-]|\\.[a-z0-9])", Pattern.CASE_INSENSITIVE)
                    .matcher(PlainText.of(text));
            while (matcher.find()) {
                found.add(new Span(code, matcher.start(), matcher.end()));
            }
        }
        return found;
    }

    /** A sink is a host with all below it, a host and a path with all below it, or a mail address. */
    private static Pattern place(String sink) {
        String glob = Glob.of(comparable(sink)).pattern().pattern();
        return Pattern.compile(sink.contains("@") ? glob : "(?:[^/?#]{0,253}[.@])?" + glob + "(?:[/\\\\?#:].{0,2000})?",
                Pattern.DOTALL);
    }

    /** Without scheme and user information, the host decoded and in ASCII; what cannot be read stays as it is. */
    private static String comparable(String target) {
        String lower = target.strip().toLowerCase(Locale.ROOT);
        if (lower.contains("@") && !lower.contains("/")) {
            return trimmed(lower.startsWith("mailto:") ? lower.substring("mailto:".length()) : lower);
        }
        String bare = BEFORE_HOST.matcher(lower).replaceFirst("");
        Matcher behind = BEHIND_HOST.matcher(bare);
        int end = behind.find() ? behind.start() : bare.length();
        return trimmed(ascii(bare.substring(0, end)) + bare.substring(end));
    }

    private static String ascii(String host) {
        try {
            return IDN.toASCII(URLDecoder.decode(host, StandardCharsets.UTF_8)).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException unreadable) {
            return host;
        }
    }

    private static String trimmed(String place) {
        int end = place.length();
        while (end > 0 && ".,;:!?/".indexOf(place.charAt(end - 1)) >= 0) {
            end--;
        }
        return place.substring(0, end);
    }
}
