package dev.touchstone.kubernetes;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.util.ModelMapper;

/** One object of the base, and the file that it is in. */
record Manifest(String file, JsonObject json) {

    static final Path BASE = Path.of("base");
    static final String KUSTOMIZATION = "kustomization.yaml";

    private static final Gson GSON = new Gson();

    /** All files of the base but the kustomization, by name. */
    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(BASE)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.equals(KUSTOMIZATION)).sorted()
                    .toList();
        }
    }

    static List<Manifest> all() throws IOException {
        return files().stream().map(Manifest::read).toList();
    }

    static <T> List<T> all(Class<T> kind) throws IOException {
        return all().stream().filter(manifest -> manifest.type() == kind).map(manifest -> manifest.as(kind)).toList();
    }

    static Manifest read(String file) {
        try {
            return new Manifest(file, yaml(Files.readString(BASE.resolve(file))));
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }

    /** @throws org.yaml.snakeyaml.error.YAMLException if it is not one document, or names a key twice */
    static JsonObject yaml(String text) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        Map<String, Object> document = new Yaml(new SafeConstructor(strict)).load(text);
        return GSON.toJsonTree(document).getAsJsonObject();
    }

    String kind() {
        return json.get("kind").getAsString();
    }

    String name() {
        return json.getAsJsonObject("metadata").get("name").getAsString();
    }

    /** The client's class for the object; null if it does not say what it is, or is something unknown. */
    @Nullable
    Class<?> type() {
        if (!json.has("apiVersion") || !json.has("kind")) {
            return null;
        }
        String[] version = json.get("apiVersion").getAsString().split("/", 2);
        return version.length == 1 ? ModelMapper.preBuiltGetApiTypeClass("", version[0], kind())
                : ModelMapper.preBuiltGetApiTypeClass(version[0], version[1], kind());
    }

    <T> T as(Class<T> kind) {
        return JSON.getGson().fromJson(json, kind);
    }

    /** @return what the schema says against it, or an empty text; unknown and missing fields at any depth */
    String fault() {
        Class<?> type = type();
        if (type == null) {
            return "no such apiVersion and kind";
        }
        try {
            type.getMethod("validateJsonElement", JsonElement.class).invoke(null, json);
            as(type);
            return "";
        } catch (InvocationTargetException | RuntimeException e) {
            return String.valueOf(e.getCause() == null ? e : e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("every model class can validate", e);
        }
    }
}
