package dev.touchstone.review.pages.evidence;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.touchstone.review.Shown;
import dev.touchstone.review.artifacts.rows.AttemptFiles;
import dev.touchstone.review.artifacts.rows.Kept;
import dev.touchstone.review.artifacts.rows.Leaf;
import dev.touchstone.review.pages.Digest;

/** Shapes what stands above the lines of a file. */
public final class SiftShaping {

    private static final Sift.Paging NOWHERE = new Sift.Paging(0, 0, 0, null, null);

    private SiftShaping() {
    }

    /**
     * @param attempts of the stage; empty where the file is not chosen by attempt
     * @param shown the attempt whose file it is; 0 for none
     */
    public static Sift shape(Asked asked, List<AttemptFiles> attempts, int shown, Taken taken) {
        List<Sift.Attempt> each = attempts.size() < 2 ? List.of()
                : attempts.stream().map(attempt -> attempt.key().attempt())
                        .map(number -> new Sift.Attempt(number, asked.ofAttempt(number), number == shown)).toList();
        return switch (taken) {
            case Taken.Found found -> new Sift(each, null, file(found), form(asked, found.kept().tallies()),
                    paging(asked, found.leaf()));
            case Taken.Missing missing -> without(each, asked, Sift.Cause.MISSING, "");
            case Taken.Underway underway -> without(each, asked, Sift.Cause.UNDERWAY, "");
            case Taken.Unrecorded unrecorded -> without(each, asked, Sift.Cause.UNRECORDED, "");
            case Taken.Unavailable(String reason) -> without(each, asked, Sift.Cause.UNAVAILABLE, reason);
        };
    }

    private static Sift without(List<Sift.Attempt> attempts, Asked asked, Sift.Cause cause, String reason) {
        return new Sift(attempts, new Sift.Problem(cause, Shown.of(reason)), null,
                form(asked, new Kept.Tallies(Map.of(), Map.of(), Map.of(), Map.of())), NOWHERE);
    }

    private static Sift.File file(Taken.Found found) {
        Kept kept = found.kept();
        return new Sift.File(Shown.of(found.file().name()), Digest.of(found.file().digest()), kept.lines(), kept.more(),
                new Sift.Faults(kept.faulty(), kept.faults().stream()
                        .map(fault -> new Sift.Fault(fault.number(), Shown.of(fault.reason()))).toList()));
    }

    private static Sift.Form form(Asked asked, Kept.Tallies tallies) {
        List<Sift.Hidden> hidden = Stream.of("round", "attempt").filter(name -> !asked.get(name).isEmpty())
                .map(name -> new Sift.Hidden(name, asked.get(name))).toList();
        List<Sift.Choice> choices = Stream.of(choice("outcome", asked, tallies.outcomes()),
                choice("category", asked, tallies.categories()), choice("language", asked, tallies.languages()),
                choice("juror", asked, tallies.jurors())).filter(choice -> !choice.options().isEmpty()).toList();
        return new Sift.Form(asked.path(), hidden, choices,
                new Sift.Words(Shown.of(asked.get("q")), !tallies.outcomes().isEmpty(), asked.inOrder(),
                        !asked.sought().isAll(), asked.number("line")),
                asked.cleared());
    }

    private static Sift.Choice choice(String name, Asked asked, Map<String, Integer> counts) {
        return new Sift.Choice(name, counts.entrySet().stream().map(each -> new Sift.Option(each.getKey(),
                Shown.of(each.getKey()), each.getValue(), each.getKey().equals(asked.get(name)))).toList());
    }

    private static Sift.Paging paging(Asked asked, Leaf leaf) {
        Leaf.Span span = leaf.span();
        int shown = leaf.rows().size();
        int page = span.from() / span.most() + 1;
        return new Sift.Paging(leaf.matching(), shown == 0 ? 0 : span.from() + 1, span.from() + shown,
                page == 1 ? null : asked.with("page", String.valueOf(page - 1)),
                next(asked, page, span.from() + shown < leaf.matching() && shown > 0));
    }

    private static @Nullable String next(Asked asked, int page, boolean further) {
        return further ? asked.with("page", String.valueOf(page + 1)) : null;
    }
}
