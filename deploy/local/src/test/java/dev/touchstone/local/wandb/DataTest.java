package dev.touchstone.local.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.local.wandb.http.Blob;

class DataTest {

    @TempDir
    Path data;

    @Test
    void runsOutliveTheEmulator() throws Exception {
        // Given
        JsonNode before;
        try (WandbEmulator emulator = start(); WandbClient client = new WandbClient(emulator)) {
            fill(client);
            before = client.run();
        }

        // When
        JsonNode after = runAfterRestart();

        // Then
        assertEquals(before, after);
        assertEquals("finished", after.path("state").asText());
        assertEquals("[\"f.txt\"]", after.at("/artifacts/0/files").toString());
        assertEquals("gap", after.at("/violations/0/rule").asText());
    }

    @Test
    void whatWasBrokenBeforeIsNotHeldAgainstThisStart() throws Exception {
        // Given
        try (WandbEmulator emulator = start(); WandbClient client = new WandbClient(emulator)) {
            fill(client);
        }

        // When
        try (WandbEmulator emulator = start(); WandbClient client = new WandbClient(emulator)) {
            long inherited = emulator.violations();
            client.createRun();
            client.history(9, "{}");

            // Then
            assertEquals(0, inherited);
            assertEquals(1, emulator.violations());
        }
    }

    @Test
    void whatWasHalfWrittenIsCutOff() throws Exception {
        // Given
        try (WandbEmulator emulator = start(); WandbClient client = new WandbClient(emulator)) {
            fill(client);
        }
        Files.write(data.resolve("journal"), new byte[] { 0, 0, 0, 9, 1, 2, 3, 4, 5 }, StandardOpenOption.APPEND);
        JsonNode once = runAfterRestart();

        // When
        JsonNode twice = runAfterRestart();

        // Then
        assertEquals("finished", once.path("state").asText());
        assertEquals(once, twice);
    }

    @Test
    void aDeletedIdStaysDeletedAndUploadUrlsStayGood() throws Exception {
        // Given
        String url;
        try (WandbEmulator emulator = start(); WandbClient client = new WandbClient(emulator)) {
            fill(client);
            url = client.mutation("CreateRunFiles",
                    "{\"entity\":\"acme\",\"project\":\"proj\",\"run\":\"run-1\",\"files\":[\"late\"]}")
                    .at("/data/createRunFiles/files/0/uploadUrl").asText();
        }

        // When
        try (WandbEmulator emulator = start(); WandbClient client = new WandbClient(emulator)) {
            int late = client.put(emulator.url() + url.substring(url.indexOf("/upload/")), "x").statusCode();
            client.send(client.request("/admin/runs/run-1").DELETE());
            assertEquals(200, late);
        }

        // Then
        try (WandbEmulator emulator = start(); WandbClient client = new WandbClient(emulator)) {
            assertTrue(client.createRun().at("/errors/0/message").asText().contains("previously created and deleted"));
        }
    }

    private JsonNode runAfterRestart() throws Exception {
        try (WandbEmulator emulator = start(); WandbClient client = new WandbClient(emulator)) {
            return client.run();
        }
    }

    private static void fill(WandbClient client) throws Exception {
        client.createRun();
        client.history(0, "{\"a\":NaN,\"_step\":0}");
        client.history(2, "{\"a\":2,\"_step\":1}");
        String md5 = Blob.of("hello").md5();
        String id = client.mutation("CreateArtifact", """
                {"input":{"entityName":"acme","projectName":"proj","runName":"run-1","artifactTypeName":"t",
                "artifactCollectionName":"c","digest":"d"}}""").at("/data/createArtifact/artifact/id").asText();
        client.put(client.mutation("CreateArtifactFiles", """
                {"input":{"artifactFiles":[{"artifactID":"%s","name":"f.txt","md5":"%s"}]}}""".formatted(id, md5))
                .at("/data/createArtifactFiles/files/edges/0/node/uploadUrl").asText(), "hello");
        client.stream("{\"complete\":true,\"exitcode\":0}");
    }

    private WandbEmulator start() {
        return WandbEmulator.start(0, EmulatorSettings.defaults().keptIn(data));
    }
}
