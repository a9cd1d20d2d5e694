package dev.touchstone.judge.jury;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What happens to an answer before anybody judges it: cut to a length, masked, and searched for what must not be said. */
public final class Screening {

    private static final String CUT = "… [cut]";

    private Screening() {
    }

    /**
     * @param longest in UTF-16 units; what comes later is searched, but not judged, and the text says so
     */
    public static Screened of(String answer, int longest) {
        Screened masked = Secrets.mask(asUnicode(answer));
        String text = cut(masked.text(), longest);
        List<Flag> flags = new ArrayList<>(masked.flags().stream().filter(flag -> flag.evidence().end() <= longest).toList());
        boolean secretBehindTheCut = flags.size() < masked.flags().size();
        flags.addAll(prohibited(masked.text()).stream().map(flag -> flag.evidence().end() <= longest ? flag
                : new Flag(flag.name(), new Span(text.length(), text.length(), ""))).toList());
        flags.sort(Comparator.comparingInt(flag -> flag.evidence().start()));
        if (secretBehindTheCut) {
            flags.add(new Flag(Flag.PATTERN + "behind_the_cut", new Span(text.length(), text.length(), "")));
        }
        return new Screened(text, flags);
    }

    /** Whether a text was cut, so that nobody who goes by it has read all. */
    public static boolean isCut(String text) {
        return text.endsWith(CUT);
    }

    private static List<Flag> prohibited(String text) {
        List<Flag> flags = new ArrayList<>();
        Prohibited.BY_NAME.forEach((name, wording) -> wording.in(text)
                .ifPresent(evidence -> flags.add(new Flag(Flag.PROHIBITED + name, evidence))));
        Prohibited.hiddenIn(text).ifPresent(evidence -> flags.add(new Flag(Flag.PROHIBITED + "hidden_text", evidence)));
        return flags;
    }

    /** Half a surrogate pair cannot be written as UTF-8; it would end the attempt where the report is made. */
    private static String asUnicode(String answer) {
        return new String(answer.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + CUT;
    }
}
