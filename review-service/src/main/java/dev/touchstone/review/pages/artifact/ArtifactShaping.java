package dev.touchstone.review.pages.artifact;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.review.Shown;
import dev.touchstone.review.artifacts.rows.Leaf;
import dev.touchstone.review.artifacts.rows.Reading;
import dev.touchstone.review.pages.Digest;
import dev.touchstone.review.pages.Formats;
import dev.touchstone.review.pages.artifact.ArtifactView.About;
import dev.touchstone.review.pages.artifact.ArtifactView.Line;
import dev.touchstone.review.pages.artifact.ArtifactView.Problem;
import dev.touchstone.review.pages.artifact.ArtifactView.Row;
import dev.touchstone.review.pages.artifact.ArtifactView.Table;
import dev.touchstone.review.pages.artifact.ArtifactView.Text;
import dev.touchstone.review.pages.evidence.Asked;

/** Shapes what is in a file, by what the stage said that it is. */
final class ArtifactShaping {

    private static final int MOST_COLUMNS = 12;
    private static final int CELL = 160;

    private ArtifactShaping() {
    }

    static ArtifactView without(ArtifactRef file, @Nullable Problem problem, Formats formats) {
        return new ArtifactView(about(file, formats), problem, null, null, null);
    }

    static ArtifactView shape(ArtifactRef file, Reading reading, Asked asked, List<Leaf.Row> rows, Formats formats) {
        About about = about(file, formats);
        boolean whole = reading == Reading.DOCUMENT || (asked.number("line") > 0 && reading != Reading.TEXT);
        if (whole && rows.isEmpty()) {
            return new ArtifactView(about, Problem.UNREADABLE, null, null, null);
        }
        if (whole) {
            return new ArtifactView(about, null, null, TreeShaping.shape(rows.getFirst().content(), asked.get("at"),
                    pointer -> asked.with("at", pointer)), null);
        }
        return reading == Reading.TEXT
                ? new ArtifactView(about, null, null, null, new Text(rows.stream()
                        .map(row -> new Line(row.number(), Shown.of(row.content().asText()))).toList()))
                : new ArtifactView(about, null, table(asked, rows), null, null);
    }

    private static About about(ArtifactRef file, Formats formats) {
        return new About(Shown.of(file.name()), Shown.of(file.mediaType()), formats.size(file.size()),
                Digest.of(file.digest()));
    }

    /** Columns are the members of the lines on this page, in the order in which they come. */
    private static Table table(Asked asked, List<Leaf.Row> rows) {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> row.content().propertyStream().limit(MOST_COLUMNS).forEach(member -> names.add(member.getKey())));
        List<String> columns = names.stream().limit(MOST_COLUMNS).toList();
        return new Table(columns.isEmpty() ? List.of(Shown.of("")) : columns.stream().map(Shown::of).toList(),
                rows.stream().map(row -> new Row(row.number(), asked.with("line", String.valueOf(row.number())),
                        cells(columns, row.content()))).toList());
    }

    private static List<Shown> cells(List<String> columns, JsonNode line) {
        return (columns.isEmpty() || !line.isObject() ? Stream.of(line) : columns.stream().map(line::path))
                .map(ArtifactShaping::cell).toList();
    }

    private static Shown cell(JsonNode value) {
        return Shown.of(value.isContainerNode() ? value.toString() : value.asText(), CELL);
    }
}
