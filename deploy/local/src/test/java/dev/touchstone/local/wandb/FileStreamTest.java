package dev.touchstone.local.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.touchstone.local.wandb.http.RequestReader;

class FileStreamTest extends EmulatorTest {

    private static final String LINES = "{\"files\":{\"wandb-history.jsonl\":{\"offset\":0,\"content\":[\"{}\"]}}}";

    @BeforeEach
    void createRun() throws Exception {
        client.createRun();
    }

    @Test
    void linesAreKeptByTheirOffset() throws Exception {
        // Given
        client.history(0, "{\"a\":1}\n", "{\"a\":2}");

        // When
        client.history(2, "{\"a\":NaN,\"b\":-Infinity,\"c\":1.50}");

        // Then
        assertEquals("[\"{\\\"a\\\":1}\",\"{\\\"a\\\":2}\",\"{\\\"a\\\":NaN,\\\"b\\\":-Infinity,\\\"c\\\":1.50}\"]",
                client.run().path("history").toString());
    }

    @Test
    void gapsAndOverwrittenLinesAreVisible() throws Exception {
        // Given
        client.history(0, "{\"a\":1}");

        // When
        client.history(0, "{\"a\":2}");
        client.history(3, "{\"a\":4}");

        // Then
        assertEquals("[{\"file\":\"wandb-history.jsonl\",\"first\":1,\"last\":2}]", client.run().path("gaps").toString());
        assertEquals("{\"a\":1}", client.run().at("/conflicts/0/before").asText());
        assertEquals("{\"a\":2}", client.run().at("/conflicts/0/after").asText());
        assertEquals(2, client.run().path("historyLines").asInt());
    }

    @Test
    void theConsoleMayComeAsAListOfPieces() throws Exception {
        // When
        client.stream(
                "{\"files\":{\"output.log\":[{\"offset\":1,\"content\":[\"two\"]},{\"offset\":0,\"content\":[\"one\\n\"]}]}}");

        // Then
        assertEquals("[\"one\",\"two\"]", client.run().path("console").toString());
    }

    @Test
    void aBodyMayBeCompressed() throws Exception {
        // Given
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(LINES.getBytes(StandardCharsets.UTF_8));
        }

        // When
        var answer = client.send(client.request(WandbClient.STREAM).header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed.toByteArray())));

        // Then
        assertEquals(200, answer.statusCode());
        assertEquals(1, client.run().path("historyLines").asInt());
    }

    @Test
    void aBodyThatOnlySaysSoIsRefused() throws Exception {
        // When
        var answer = client.send(client.request(WandbClient.STREAM).header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofString(LINES)));

        // Then
        assertEquals(400, answer.statusCode());
    }

    @Test
    void aBodyThatIsHugeUnpackedIsRefused() throws Exception {
        // Given
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            for (int mebibyte = 0; mebibyte <= RequestReader.LIMIT >> 20; mebibyte++) {
                out.write(new byte[1 << 20]);
            }
        }

        // When
        var answer = client.send(client.request(WandbClient.STREAM).header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed.toByteArray())));

        // Then
        assertEquals(413, answer.statusCode());
    }

    @Test
    void aBodyMayComeInChunks() throws Exception {
        // When
        var answer = client.post(WandbClient.STREAM,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(LINES.getBytes(StandardCharsets.UTF_8))));

        // Then
        assertEquals(200, answer.statusCode());
        assertEquals(1, client.run().path("historyLines").asInt());
    }

    @Test
    void whatNoClientSendsIsRefusedAndNotStored() throws Exception {
        for (String body : new String[] { "", "[]", "{\"files\":{\"f\":{\"offset\":-1,\"content\":[]}}}",
                "{\"files\":{\"f\":{\"content\":[\"x\"]}}}", "{\"files\":{\"f\":{\"offset\":0,\"content\":\"x\"}}}" }) {
            assertEquals(400, client.stream(body).statusCode(), body);
        }
        assertEquals("{}", client.run().path("lineCounts").toString());
    }

    @Test
    void aRunThatWasNeverCreatedHasNoStream() throws Exception {
        assertEquals(404, client.post("/files/acme/proj/other/file_stream", "{}").statusCode());
    }

    @Test
    void namesAreDecodedSegmentBySegment() throws Exception {
        // Given
        client.mutation("UpsertBucket", "{\"entity\":\"a/b\",\"project\":\"p q+r\",\"name\":\"run 2\"}");

        // When
        var answer = client.post("/files/a%2Fb/p%20q+r/run%202/file_stream", LINES);

        // Then
        assertEquals(200, answer.statusCode());
    }

    @Test
    void writersInSharedModeCountTheirOwnLines() throws Exception {
        // Given
        client.send(shared("w1").POST(BodyPublishers.ofString(
                "{\"files\":{\"wandb-history.jsonl\":{\"offset\":0,\"content\":[\"{\\\"a\\\":1}\",\"{\\\"a\\\":2}\"]}}}")));

        // When
        client.send(shared("w2").POST(BodyPublishers.ofString(
                "{\"files\":{\"wandb-history.jsonl\":{\"offset\":1,\"content\":[\"{\\\"b\\\":1}\"]}}}")));

        // Then
        assertEquals(3, client.run().path("historyLines").asInt());
        assertEquals("[]", client.run().path("conflicts").toString());
        assertEquals("[]", client.run().path("gaps").toString());
    }

    private HttpRequest.Builder shared(String writer) {
        return client.request(WandbClient.STREAM).header("X-WANDB-USE-ASYNC-FILESTREAM", "true")
                .header("X-WANDB-ASYNC-CLIENT-ID", writer);
    }
}
