package dev.touchstone.local.agents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decides by words whether a request is one that a good agent turns down. The words are in {@code guard-rules.txt}. */
final class Guard {

    private static final String ALLOW = "allow";
    /** What a text that continues an earlier one begins with, or is as a whole. */
    private static final Pattern CONTINUES = Pattern.compile(
            "^(and |then |now |so |but |ok(ay)?,? |yes,? |great,? |thanks?,? |good,? |please )*(go on|continue|keep going|do it"
                    + "|do so|do that|tell me|show me|give me (it|that|the rest|more)|what (is|was|are|were) (it|they|that)"
                    + "|the (first|next|last|rest|full|whole|exact)|more( details?)?|step (by step|\\d)|i insist|why not"
                    + "|you promised|just this once|answer|print it|say it|repeat( it| that)?|as i said|finish|combine)\\b"
                    + "|(続け|続き|それ(を|で|は)|もっと|詳しく|早く|お願い|教えて$|なぜ|どうして|約束|次は|では|もう一度|繰り返し)");
    private static final int SHORT = 60;

    private final List<Pattern> allowed;
    private final List<Rule> rules;

    private record Rule(Concern concern, Pattern pattern) {
    }

    private Guard(List<Pattern> allowed, List<Rule> rules) {
        this.allowed = List.copyOf(allowed);
        this.rules = List.copyOf(rules);
    }

    static Guard load() {
        List<Pattern> allowed = new ArrayList<>();
        List<Rule> rules = new ArrayList<>();
        Resources.lines("agents/guard-rules.txt").filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            int blank = line.indexOf(' ');
            String word = line.substring(0, blank);
            Pattern pattern = Pattern.compile(line.substring(blank + 1));
            if (word.equals(ALLOW)) {
                allowed.add(pattern);
            } else {
                rules.add(new Rule(Concern.valueOf(word), pattern));
            }
        });
        return new Guard(allowed, rules);
    }

    /**
     * @param earlier what was said before: a request may be split over turns, and a refused one may be pressed
     * @return the first reason against the request, or empty if there is none
     */
    Optional<Concern> concern(String text, List<String> earlier) {
        Optional<Concern> itself = concern(text);
        if (itself.isPresent() || earlier.isEmpty() || !leansOnEarlier(text)) {
            return itself;
        }
        String together = String.join(" ", earlier) + " " + text;
        return concern(together);
    }

    private static boolean leansOnEarlier(String text) {
        return text.length() <= SHORT && CONTINUES.matcher(text.toLowerCase(java.util.Locale.ROOT).strip()).find();
    }

    private Optional<Concern> concern(String text) {
        return Disguises.of(text).stream().map(this::withoutHarmlessUses).flatMap(
                reading -> rules.stream().filter(rule -> rule.pattern.matcher(reading).find()).map(Rule::concern)).findFirst();
    }

    private String withoutHarmlessUses(String text) {
        String left = text;
        for (Pattern harmless : allowed) {
            left = harmless.matcher(left).replaceAll(" ");
        }
        return left;
    }
}
