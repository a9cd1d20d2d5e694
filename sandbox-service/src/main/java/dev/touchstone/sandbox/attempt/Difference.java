package dev.touchstone.sandbox.attempt;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.codec.EventJson;
import dev.touchstone.sandbox.Excerpt;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Where a report that was made again is not the one that was stored. Values are of the agent's making: hostile, and cut.
 *
 * @param line from 1; null where no content is at hand to compare
 * @param pointer into the line's JSON; null where the line as a whole differs
 * @param stored as JSON, null where there is none in the stored report
 * @param replayed as JSON, null where there is none in the report that was made again
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Difference(String file, @Nullable Integer line, @Nullable String pointer, @Nullable String stored,
        @Nullable String replayed) {

    /** Of a value, in UTF-16 units. */
    static final int LONGEST_VALUE = 200;

    public Difference {
        stored = stored == null ? null : Excerpt.of(stored, LONGEST_VALUE).text();
        replayed = replayed == null ? null : Excerpt.of(replayed, LONGEST_VALUE).text();
    }

    /** Of two files of which only the digests are known, or of which one is missing. */
    static Difference ofFiles(String file, @Nullable String stored, @Nullable String replayed) {
        return new Difference(file, null, null, stored, replayed);
    }

    /** The first one; empty where the texts are the same. */
    static Optional<Difference> between(String file, String stored, String replayed) {
        if (stored.equals(replayed)) {
            return Optional.empty();
        }
        Iterator<String> one = stored.lines().iterator();
        Iterator<String> other = replayed.lines().iterator();
        for (int line = 1; one.hasNext() || other.hasNext(); line++) {
            String was = one.hasNext() ? one.next() : null;
            String is = other.hasNext() ? other.next() : null;
            if (!Objects.equals(was, is)) {
                return Optional.of(ofLines(file, line, was, is));
            }
        }
        return Optional.of(ofFiles(file, "the ends of the lines", "the ends of the lines"));
    }

    private static Difference ofLines(String file, int line, @Nullable String stored, @Nullable String replayed) {
        Optional<JsonNode> was = json(stored);
        Optional<JsonNode> is = json(replayed);
        if (was.isPresent() && is.isPresent() && !was.equals(is)) {
            Values first = Values.first(JsonPointer.empty(), was.get(), is.get());
            return new Difference(file, line, first.at().toString(), text(first.stored()), text(first.replayed()));
        }
        return new Difference(file, line, null, stored, replayed);
    }

    private static Optional<JsonNode> json(@Nullable String line) {
        try {
            return line == null ? Optional.empty() : Optional.of(EventJson.mapper().readTree(line));
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        }
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value == null ? null : value.toString();
    }

    /** Two values that differ, and where. */
    private record Values(JsonPointer at, @Nullable JsonNode stored, @Nullable JsonNode replayed) {

        /** Of two that are known to differ; members in the order of the stored one. */
        static Values first(JsonPointer at, JsonNode stored, JsonNode replayed) {
            if (stored.isObject() && replayed.isObject()) {
                return members(at, stored, replayed);
            }
            if (stored.isArray() && replayed.isArray()) {
                return items(at, stored, replayed);
            }
            return new Values(at, stored, replayed);
        }

        private static Values members(JsonPointer at, JsonNode stored, JsonNode replayed) {
            List<String> names = Stream.concat(stored.propertyStream(), replayed.propertyStream())
                    .map(Map.Entry::getKey).toList();
            String name = names.stream().filter(each -> !Objects.equals(stored.get(each), replayed.get(each))).findFirst()
                    .orElseThrow();
            return below(at.appendProperty(name), stored.get(name), replayed.get(name));
        }

        private static Values items(JsonPointer at, JsonNode stored, JsonNode replayed) {
            int index = 0;
            while (Objects.equals(stored.get(index), replayed.get(index))) {
                index++;
            }
            return below(at.appendIndex(index), stored.get(index), replayed.get(index));
        }

        private static Values below(JsonPointer at, @Nullable JsonNode stored, @Nullable JsonNode replayed) {
            return stored == null || replayed == null ? new Values(at, stored, replayed) : first(at, stored, replayed);
        }
    }
}
