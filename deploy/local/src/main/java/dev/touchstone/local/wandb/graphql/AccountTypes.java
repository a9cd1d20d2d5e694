package dev.touchstone.local.wandb.graphql;

import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.wandb.http.Json;
import dev.touchstone.local.wandb.runs.RunKey;
import dev.touchstone.local.wandb.runs.Runs;

/** Who asks, and what this server can do. Whatever entity is asked for exists: clients may write to any. */
final class AccountTypes {

    private final Runs runs;

    AccountTypes(Runs runs) {
        this.runs = runs;
    }

    Type viewer() {
        String entity = runs.entity();
        Type team = new Type("Entity").text("name", entity).text("id", new RunKey(entity, "", "").entityId());
        return new Type("User").text("id", "VXNlcjox").text("entity", entity).text("username", entity).text("name", entity)
                .text("email", entity + "@localhost").text("flags", "{}").text("deletedAt", null)
                .leaf("admin", () -> BooleanNode.FALSE).single("apiKeys", () -> null)
                .with("teams", field -> new Type.Value.Single(
                        Connections.page("Entity", field, List.of(team), each -> each)));
    }

    Type serverInfo() {
        ObjectNode versions = Json.object().put("max_cli_version", "9.9.9");
        Type latest = new Type("LocalVersionInfo").leaf("outOfDate", () -> BooleanNode.FALSE)
                .text("latestVersionString", "0.80.0").text("versionOnThisInstanceString", "0.80.0");
        return new Type("ServerInfo").leaf("cliVersionInfo", () -> versions).single("latestLocalVersionInfo", () -> latest)
                .with("features", field -> new Type.Value.Many(features())).text("frontendHost", null);
    }

    private List<Type> features() {
        return runs.behaviour().features().entrySet().stream()
                .map(feature -> new Type("ServerFeature").text("name", feature.getKey())
                        .leaf("isEnabled", () -> BooleanNode.valueOf(feature.getValue())))
                .toList();
    }

    Type entity(Field field) {
        String name = field.text("name", runs.entity());
        return new Type("Entity").text("id", new RunKey(name, "", "").entityId()).text("name", name)
                .text("entityType", "team").single("organization", () -> organization(name)).single("user", () -> null);
    }

    Type organization(String name) {
        ArrayNode none = Json.array();
        return new Type("Organization").text("id", name).text("name", name).text("coreWeaveOrganizationId", null)
                .single("orgEntity", () -> new Type("Entity").text("name", name).text("id", name)
                        .text("entityType", "organization"))
                .leaf("featureFlags", () -> none);
    }
}
