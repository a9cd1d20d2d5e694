package dev.touchstone.local.client;

import java.io.PrintStream;
import java.util.Arrays;

import com.fasterxml.jackson.databind.JsonNode;

/** All that a command says. Arguments are made harmless, and the key appears in nothing, whoever repeats it. */
public final class Output {

    private static final String HIDDEN = "[key]";

    private final PrintStream out;
    private final PrintStream notes;
    private final String key;

    /**
     * @param out for what was asked for
     * @param notes for what is said beside it
     * @param key the one secret that this program holds
     */
    public Output(PrintStream out, PrintStream notes, String key) {
        this.out = out;
        this.notes = notes;
        this.key = key;
    }

    /** Of a command that holds no secret. */
    public Output(PrintStream out, PrintStream notes) {
        this(out, notes, HIDDEN);
    }

    /** @param format of this program's own; the arguments may come from anywhere */
    public void line(String format, Object... arguments) {
        out.println(plain(format, arguments));
    }

    public void note(String format, Object... arguments) {
        notes.println(plain(format, arguments));
    }

    public void json(JsonNode document) {
        out.println(Plain.json(document.toPrettyString()).replace(key, HIDDEN));
    }

    /** JSON Lines. */
    public void jsonLine(JsonNode document) {
        out.println(Plain.json(document.toString()).replace(key, HIDDEN));
        out.flush();
    }

    /** Lines of which each is plain already, in one go, so that a terminal does not flicker. */
    void draw(String drawing) {
        out.print(drawing.replace(key, HIDDEN));
        out.flush();
    }

    /** The same output, with the notes' stream in the place of that for results. */
    Output notes() {
        return new Output(notes, notes, key);
    }

    private String plain(String format, Object... arguments) {
        // Hidden first and last: a key that is interrupted by what is made harmless is none any more.
        Object[] harmless = Arrays.stream(arguments).map(each -> Plain.text(String.valueOf(each).replace(key, HIDDEN)))
                .toArray();
        return format.formatted(harmless);
    }
}
