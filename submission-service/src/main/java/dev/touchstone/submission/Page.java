package dev.touchstone.submission;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A part of a list.
 *
 * @param next the cursor of what follows, null at the end
 */
@RegisterForReflection
public record Page<T>(List<T> items, @Nullable String next) {

    private static final int DEFAULT = 50;
    private static final int LARGEST = 200;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

    public Page {
        items = List.copyOf(items);
    }

    /** A page of at most {@code limit} of the rows, of which one more was asked for to know whether anything follows. */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        return rows.size() <= limit ? new Page<>(rows, null)
                : new Page<>(rows.subList(0, limit), cursor.apply(rows.get(limit - 1)));
    }

    public <R> Page<R> map(Function<T, R> shape) {
        return new Page<>(items.stream().map(shape).toList(), next);
    }

    /**
     * How many rows a client asks for.
     *
     * @param limit as it was sent; null where it was not
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for what is no number in the range
     */
    public static int limit(@Nullable String limit) {
        if (limit == null) {
            return DEFAULT;
        }
        return limit(NUMBER.matcher(limit).matches() ? Integer.parseInt(limit) : 0);
    }

    /** As {@link #limit(String)}, of what is a number already. */
    public static int limit(int limit) {
        if (limit < 1 || limit > LARGEST) {
            throw Problems.malformedParameter("limit is 1 to " + LARGEST + ".");
        }
        return limit;
    }
}
