package dev.touchstone.judge.jury;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The uses of tools that an answer shows, without their secrets and of a bounded size: what of them is judged and kept.
 *
 * @param flags names of what a person must see in them, in their order
 */
public record ScreenedTools(List<ToolUse> uses, List<String> flags) {

    /** The relay takes no answer with more. */
    static final int MOST = 256;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_ARGUMENTS = 1_000;
    /** Of the arguments of all uses together; behind it names are kept and little else. */
    private static final int ALL_ARGUMENTS = 16_000;
    private static final String TOO_MANY = Flag.PATTERN + "behind_the_cut";

    public ScreenedTools {
        uses = List.copyOf(uses);
        flags = List.copyOf(flags);
    }

    /** Each use with its arguments in one notation; masked as a whole, then cut, and what is cut says so. */
    public static ScreenedTools of(List<ToolUse> told) {
        List<ToolUse> uses = new ArrayList<>();
        Set<String> flags = new LinkedHashSet<>();
        int left = ALL_ARGUMENTS;
        for (ToolUse use : told.subList(0, Math.min(told.size(), MOST))) {
            ToolArguments whole = ToolArguments.of(use.arguments());
            Screened name = Screening.of(use.name(), LONGEST_NAME);
            Screened arguments = Screening.of(whole.json(), Math.min(left, LONGEST_ARGUMENTS));
            uses.add(new ToolUse(name.text(), arguments.text()));
            Stream.of(name, arguments).flatMap(part -> part.flags().stream()).map(Flag::name).forEach(flags::add);
            flags.addAll(whole.secrets());
            left = Math.max(1, left - arguments.text().length());
        }
        if (told.size() > MOST) {
            flags.add(TOO_MANY);
        }
        return new ScreenedTools(uses, List.copyOf(flags));
    }

    /** The answer with these flags too. */
    public Screened flag(Screened answer) {
        return answer.flagged(flags);
    }
}
