package dev.touchstone.local.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.local.wandb.http.Blob;
import dev.touchstone.local.wandb.http.Json;

/** What older clients ask for in another way, and newer ones in addition. */
class OtherClientsTest extends EmulatorTest {

    @BeforeEach
    void createRun() throws Exception {
        client.createRun();
    }

    @Test
    void theFilesOfAnArtifactMayBeAVariableOfTheirOwn() throws Exception {
        // Given
        String id = client.mutation("CreateArtifact", """
                {"input":{"entityName":"acme","projectName":"proj","runName":"run-1","artifactTypeName":"t",
                "artifactCollectionName":"c","digest":"d","clientID":"client-1"}}""").at("/data/createArtifact/artifact/id")
                .asText();

        // When
        JsonNode node = client.mutation("CreateArtifactFilesByList", """
                {"artifactFiles":[{"artifactID":"%s","name":"f","md5":"%s"}],"storageLayout":"V2"}"""
                .formatted(id, Blob.of("x").md5())).at("/data/createArtifactFiles/files/edges/0/node");
        JsonNode mapped = client.mutation("ClientIDMapping", "{\"clientID\":\"client-1\"}");

        // Then
        assertEquals(200, client.put(node.path("uploadUrl").asText(), "x").statusCode());
        assertEquals(id, mapped.at("/data/clientIDMapping/serverID").asText());
    }

    @Test
    void placesForRunFilesMayBeAskedForByAQuery() throws Exception {
        // When
        JsonNode bucket = client.mutation("RunUploadUrls",
                "{\"name\":\"proj\",\"entity\":\"acme\",\"run\":\"run-1\",\"files\":[\"config.yaml\"]}")
                .at("/data/model/bucket/files");
        int put = client.put(bucket.at("/edges/0/node/url").asText(), "a: 1").statusCode();
        client.mutation("MarkRunFilesUploaded",
                "{\"entity\":\"acme\",\"project\":\"proj\",\"run\":\"run-1\",\"files\":[\"config.yaml\"]}");

        // Then
        assertEquals(200, put);
        assertEquals("config.yaml", client.run().at("/files/0/name").asText());
        assertTrue(client.run().at("/files/0/reported").booleanValue());
        assertEquals("a: 1", client.send(client.request("/files/acme/proj/run-1/config.yaml")).body());
        assertEquals(401, client.get("/files/acme/proj/run-1/config.yaml").statusCode());
    }

    @Test
    void aProjectMayBeCreatedBeforeItsRuns() throws Exception {
        // Given
        String create = "mutation CreateProject($input: UpsertModelInput!) { result: upsertModel(input: $input) "
                + "{ inserted model { name entityName } } }";
        String input = "{\"input\":{\"name\":\"fresh\",\"entityName\":\"acme\"}}";

        // When
        JsonNode first = WandbClient.json(client.query(create, WandbClient.json(input)).body());
        JsonNode second = WandbClient.json(client.query(create, WandbClient.json(input)).body());

        // Then
        assertTrue(first.at("/data/result/inserted").booleanValue());
        assertEquals("fresh", second.at("/data/result/model/name").asText());
        assertEquals("{\"data\":{\"project\":null}}",
                client.query("{ project(name: \"none\", entityName: \"acme\") { id } }", Json.object()).body());
    }

    @Test
    void anEntityHasAnOrganization() throws Exception {
        assertEquals("{\"data\":{\"entity\":{\"organization\":{\"name\":\"acme\",\"orgEntity\":{\"name\":\"acme\"}}}}}",
                client.query("query FetchOrgEntityFromEntity($entityName: String!) { entity(name: $entityName) "
                        + "{ organization { name orgEntity { name } } } }", WandbClient.json("{\"entityName\":\"acme\"}"))
                        .body());
    }
}
