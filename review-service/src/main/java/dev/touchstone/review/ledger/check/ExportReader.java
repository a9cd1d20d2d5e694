package dev.touchstone.review.ledger.check;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;

import dev.touchstone.review.ledger.check.Export.Growth;
import dev.touchstone.review.ledger.check.Export.Item;
import dev.touchstone.review.ledger.check.Export.OfLog;
import dev.touchstone.review.ledger.check.Export.OfSubmission;
import dev.touchstone.review.ledger.check.Export.Scope;

/**
 * Reads an export token by token, so that its size costs no memory. Two readings, one for what stands beside the entries and
 * one for the entries: a tool that sorted the members has not made another file of it.
 */
final class ExportReader {

    private static final JsonFactory JSON = StrictJson.factory();

    private ExportReader() {
    }

    /** Takes entries one by one. */
    interface Items {
        void add(Item item) throws NotAnExport;
    }

    private interface Member {
        void read(String name, JsonParser json) throws IOException, NotAnExport;
    }

    /** All but the entries. The whole file is gone through, so what follows can rely on its being JSON. */
    static Export read(InputStream in) throws IOException, NotAnExport {
        Draft draft = new Draft();
        each(in, (name, json) -> {
            switch (name) {
                case "format" -> draft.format = text(json, name);
                case "submission" -> draft.put(submission(json));
                case "range" -> draft.put(range(json));
                case "checkpoint" -> draft.checkpoint = text(json, name);
                case "key" -> draft.key = text(json, name);
                case "consistency" -> draft.growth = growth(json);
                case "entries" -> {
                    require(json.currentToken() == JsonToken.START_ARRAY, "\"entries\" is not an array", json);
                    draft.entries = true;
                    json.skipChildren();
                }
                default -> json.skipChildren();
            }
        });
        return draft.export();
    }

    /** The entries, in the order of the file. */
    static void items(InputStream in, Items items) throws IOException, NotAnExport {
        each(in, (name, json) -> {
            if (name.equals("entries")) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    items.add(item(json));
                }
            } else {
                json.skipChildren();
            }
        });
    }

    private static void each(InputStream in, Member member) throws IOException, NotAnExport {
        try (JsonParser json = JSON.createParser(in)) {
            json.nextToken();
            object("The file", json, member);
            require(json.nextToken() == null, "Something follows the JSON object", json);
        } catch (StreamConstraintsException tooMuch) {
            throw new NotAnExport("More than a reader takes on%s: a text of more than %d characters, or nested deeper than %d"
                    .formatted(place(tooMuch.getLocation()), Limits.TEXT, Limits.DEPTH));
        } catch (JacksonException malformed) {
            // Its own message would repeat what the file holds.
            throw new NotAnExport("Not JSON, or a member stands twice" + place(malformed.getLocation()));
        }
    }

    private static void object(String what, JsonParser json, Member member) throws IOException, NotAnExport {
        require(json.currentToken() == JsonToken.START_OBJECT, what + " is not a JSON object", json);
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            member.read(name, json);
        }
    }

    private static OfSubmission submission(JsonParser json) throws IOException, NotAnExport {
        String[] id = { null };
        long[] figures = { -1, -1 };
        object("\"submission\"", json, (name, value) -> {
            switch (name) {
                case "id" -> id[0] = text(value, name);
                case "count" -> figures[0] = number(value, name);
                case "lastIndex" -> figures[1] = number(value, name);
                default -> value.skipChildren();
            }
        });
        require(id[0] != null && figures[0] >= 0, "\"submission\" lacks \"id\" or \"count\"", json);
        return new OfSubmission(String.valueOf(id[0]), figures[0], figures[1]);
    }

    private static OfLog range(JsonParser json) throws IOException, NotAnExport {
        long[] range = { -1, -1 };
        object("\"range\"", json, (name, value) -> {
            switch (name) {
                case "from" -> range[0] = number(value, name);
                case "to" -> range[1] = number(value, name);
                default -> value.skipChildren();
            }
        });
        require(range[0] >= 0 && range[0] <= range[1], "\"range\" is none", json);
        return new OfLog(range[0], range[1]);
    }

    private static Growth growth(JsonParser json) throws IOException, NotAnExport {
        long[] from = { -1 };
        List<String> proof = new ArrayList<>();
        object("\"consistency\"", json, (name, value) -> {
            switch (name) {
                case "from" -> from[0] = number(value, name);
                case "proof" -> proof.addAll(hashes(value));
                default -> value.skipChildren();
            }
        });
        require(from[0] >= 0, "\"consistency\" lacks \"from\"", json);
        return new Growth(from[0], proof);
    }

    private static Item item(JsonParser json) throws IOException, NotAnExport {
        long[] index = { -1 };
        String[] texts = { "", "" };
        List<List<String>> proof = new ArrayList<>();
        object("An entry", json, (name, value) -> {
            switch (name) {
                case "index" -> index[0] = number(value, name);
                case "leafHash" -> texts[0] = text(value, name);
                case "entry" -> texts[1] = text(value, name);
                case "proof" -> proof.add(hashes(value));
                default -> value.skipChildren();
            }
        });
        return new Item(index[0], texts[0], texts[1], proof.isEmpty() ? null : proof.getFirst());
    }

    /** One more than a proof can have shows that it is none; the rest is not kept. */
    private static List<String> hashes(JsonParser json) throws IOException, NotAnExport {
        require(json.currentToken() == JsonToken.START_ARRAY, "\"proof\" is not an array", json);
        List<String> hashes = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String hash = text(json, "proof");
            if (hashes.size() <= Limits.PROOF) {
                hashes.add(hash);
            }
        }
        return hashes;
    }

    private static String text(JsonParser json, String name) throws IOException, NotAnExport {
        require(json.currentToken() == JsonToken.VALUE_STRING, "\"" + name + "\" is not a text", json);
        return json.getText();
    }

    private static long number(JsonParser json, String name) throws IOException, NotAnExport {
        require(json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                && json.getLongValue() >= 0, "\"" + name + "\" is not a whole number from 0 on", json);
        return json.getLongValue();
    }

    private static void require(boolean condition, String otherwise, JsonParser json) throws NotAnExport {
        if (!condition) {
            throw new NotAnExport(otherwise + place(json.currentTokenLocation()));
        }
    }

    private static String place(@Nullable JsonLocation at) {
        return at == null ? "" : ", at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }

    /** An export while it is read. */
    private static final class Draft {

        private @Nullable String format;
        private @Nullable Scope scope;
        private @Nullable String checkpoint;
        private @Nullable String key;
        private @Nullable Growth growth;
        private boolean entries;

        void put(Scope claimed) throws NotAnExport {
            if (scope != null) {
                throw new NotAnExport("It has both \"submission\" and \"range\"");
            }
            scope = claimed;
        }

        Export export() throws NotAnExport {
            if (!Export.FORMAT.equals(format)) {
                throw new NotAnExport(
                        "\"format\" is not \"" + Export.FORMAT + "\": it is no ledger export, or of another version");
            }
            if (scope == null || checkpoint == null || !entries) {
                throw new NotAnExport("\"checkpoint\", \"entries\", or both of \"submission\" and \"range\" are missing");
            }
            return new Export(scope, checkpoint, key, growth);
        }
    }
}
