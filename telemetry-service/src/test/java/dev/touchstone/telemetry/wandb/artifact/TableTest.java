package dev.touchstone.telemetry.wandb.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.touchstone.telemetry.wandb.Content;
import dev.touchstone.telemetry.wandb.ExtendedJson;

class TableTest {

    private static final Table SMALL = new Table(List.of("a", "b"), List.of(List.of(1, "x"), List.of(2, "y")));

    @Test
    void aRunsFileHasColumnsAndRows() throws Exception {
        assertEquals("{\"columns\":[\"a\",\"b\"],\"data\":[[1,\"x\"],[2,\"y\"]]}", text(SMALL.asRunFile()));
    }

    @Test
    void anArtifactsFileSaysWhatTheOfficialClientsSays() throws Exception {
        assertEquals(ExtendedJson.read("""
                {"_type":"table","column_types":{"params":{"type_map":{\
                "a":{"params":{"allowed_types":[{"wb_type":"none"},{"wb_type":"number"}]},"wb_type":"union"},\
                "b":{"params":{"allowed_types":[{"wb_type":"none"},{"wb_type":"string"}]},"wb_type":"union"}}},\
                "wb_type":"typedDict"},"columns":["a","b"],"data":[[1,"x"],[2,"y"]],"log_mode":"IMMUTABLE",\
                "ncols":2,"nrows":2}"""), ExtendedJson.read(text(SMALL.asArtifactFile())));
    }

    @Test
    void numbersMayBeNoneAndNullStaysNull() throws Exception {
        // Given
        Table table = new Table(List.of("score"), List.of(List.of(Double.NaN), List.of(Double.NEGATIVE_INFINITY),
                Arrays.asList((Object) null), List.of(0)));

        // Then
        assertEquals("{\"columns\":[\"score\"],\"data\":[[NaN],[-Infinity],[null],[0]]}", text(table.asRunFile()));
    }

    @Test
    void aColumnOfDifferentTypesIsOfAny() {
        // Given
        Table table = new Table(List.of("mixed", "nested", "flag", "empty"), List.of(List.of(1, List.of(1), true, ""),
                Arrays.asList("x", Map.of("k", 1), null, null)));
        Table without = new Table(List.of("none"), List.of());

        // Then
        assertEquals("{\"mixed\":{\"wb_type\":\"any\"},\"nested\":{\"wb_type\":\"any\"},\"flag\":" + union("boolean")
                + ",\"empty\":" + union("string") + "}", types(table));
        assertEquals("{\"none\":" + union("unknown") + "}", types(without));
    }

    private static String union(String type) {
        return "{\"params\":{\"allowed_types\":[{\"wb_type\":\"none\"},{\"wb_type\":\"" + type
                + "\"}]},\"wb_type\":\"union\"}";
    }

    private static String types(Table table) {
        return ExtendedJson.node(ColumnTypes.of(table)).path("params").path("type_map").toString();
    }

    @Test
    void aTableIsRectangularAndItsColumnsDiffer() {
        assertThrows(IllegalArgumentException.class, () -> new Table(List.of("a"), List.of(List.of(1, 2))));
        assertThrows(IllegalArgumentException.class, () -> new Table(List.of("a", "a"), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Table(List.of("a"), List.of(List.of(new Object()))));
    }

    @Test
    void aTableDoesNotChangeWithTheListsItCameFrom() throws Exception {
        // Given
        List<Object> row = new ArrayList<>(List.of(1));
        Table table = new Table(List.of("a"), List.of(row));

        // When
        row.set(0, 2);

        // Then
        assertEquals("{\"columns\":[\"a\"],\"data\":[[1]]}", text(table.asRunFile()));
    }

    @Test
    void aRowPointsAtItsTableAsInTheOfficialClient() {
        // When
        MediaFile media = MediaFile.table("tbl", 5, SMALL);

        // Then
        assertEquals("media/table/tbl_5_f87e254b768120a6aa89.table.json", media.path());
        assertEquals("{\"_type\":\"table-file\",\"ncols\":2,\"nrows\":2,\"sha256\":"
                + "\"f87e254b768120a6aa899f3a8054343041ff72f5ff0ace8eab94f8e243e90348\",\"size\":46,"
                + "\"path\":\"media/table/tbl_5_f87e254b768120a6aa89.table.json\",\"log_mode\":\"IMMUTABLE\"}",
                ExtendedJson.write(media.value()));
    }

    @Test
    void aKeyWithSlashesStaysAmongTheTables() {
        assertEquals("media/table/functional/scenarios_5_f87e254b768120a6aa89.table.json",
                MediaFile.table("functional/scenarios", 5, SMALL).path());
        assertEquals("media/table/_/_/x_y_5_f87e254b768120a6aa89.table.json",
                MediaFile.table("/.././/x\ny", 5, SMALL).path());
    }

    private static String text(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
