package dev.touchstone.local.wandb.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Markup that is safe to send. It is made from templates of ours, whose every {@code {}} takes a value: other markup as it
 * is, anything else escaped. There is no other way to make one.
 */
public final class Html {

    public static final Html NONE = new Html("");

    private final String markup;

    private Html(String markup) {
        this.markup = markup;
    }

    public static Html of(String template, @Nullable Object... values) {
        StringBuilder markup = new StringBuilder();
        int from = 0;
        for (Object value : values) {
            int hole = template.indexOf("{}", from);
            markup.append(template, from, hole).append(value instanceof Html html ? html.markup : escaped(value));
            from = hole + 2;
        }
        return new Html(markup.append(template.substring(from)).toString());
    }

    public static Html join(List<Html> parts) {
        return new Html(parts.stream().map(part -> part.markup).collect(Collectors.joining("\n")));
    }

    /** A path of our own, each segment percent-encoded. */
    public static String path(String... segments) {
        return Arrays.stream(segments)
                .map(segment -> "/" + URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining());
    }

    private static String escaped(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        (value == null ? "–" : value.toString()).codePoints().forEach(c -> append(text, c));
        return text.toString();
    }

    private static void append(StringBuilder text, int c) {
        switch (c) {
            case '&' -> text.append("&amp;");
            case '<' -> text.append("&lt;");
            case '>' -> text.append("&gt;");
            case '"' -> text.append("&quot;");
            case '\'' -> text.append("&#39;");
            case '\n', '\t' -> text.appendCodePoint(c);
            default -> {
                if (isInvisible(c)) {
                    text.append("⟨U+%04X⟩".formatted(c));
                } else {
                    text.appendCodePoint(c);
                }
            }
        }
    }

    /** Characters that steer others, such as the order of writing, without being seen: they are shown by number. */
    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return markup;
    }
}
