package dev.touchstone.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.touchstone.local.client.ExitCode;

/** What the root README tells a newcomer to type exists. */
class ReadmeTest {

    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern CALL = Pattern.compile("touchstone ([a-z-]+)([^`#|\\n]*)");
    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

    @TempDir
    Path directory;

    @Test
    void everyCommandAndOptionIsInTheHelp() throws Exception {
        String help = help();
        String typed = readme().replace("\\\n", " ");

        List<String> unknown = Stream.concat(calls(typed).map(call -> "\n  " + call.group(1)),
                calls(typed).flatMap(call -> OPTION.matcher(call.group(2)).results().map(option -> option.group())))
                .filter(word -> !help.contains(word)).distinct().toList();

        assertEquals(List.of(), unknown);
        assertTrue(calls(typed).count() > 10);
    }

    @Test
    void theExitCodesAreThoseOfTheProgram() throws Exception {
        List<Integer> numbers = Arrays.stream(ExitCode.values()).map(ExitCode::number).toList();

        assertEquals(numbers, readme().lines().filter(line -> line.matches("\\| \\d \\|.*"))
                .map(line -> Integer.parseInt(line.substring(2, 3))).toList());
        for (int number : numbers) {
            assertTrue(Pattern.compile("(?m)^.{0,48}\\b" + number + "  [a-z]").matcher(help()).find(), "exit code " + number);
        }
    }

    @Test
    void theSubmissionIsJson() throws Exception {
        assertEquals("trip-planner", new ObjectMapper().readTree(block("json")).path("agentId").asText());
    }

    @ParameterizedTest
    @CsvSource({ "0", "1", "4", "7" })
    void theWorkflowIsGatedByTheExitCodeAndKeepsTheKeyToItself(int code) throws Exception {
        JsonNode step = lastStep();
        assertEquals("${{ secrets.TOUCHSTONE_API_KEY }}", step.path("env").path("TOUCHSTONE_API_KEY").asText());
        Path stub = Files.createDirectories(directory.resolve("touchstone")).resolve("touchstone");
        Files.writeString(stub, "#!/bin/sh\nfor a do [ \"$a\" != --summary ] || s=1; [ -z \"${s:-}\" ] || f=$a; done\n"
                + "echo verdict >> \"$f\"\nexit " + code + "\n");
        assertTrue(stub.toFile().setExecutable(true));
        Path summary = directory.resolve("summary.md");

        ProcessBuilder builder = new ProcessBuilder("bash", "-e", "-o", "pipefail", "-c", step.path("run").asText())
                .directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("GITHUB_STEP_SUMMARY", summary.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(code, process.waitFor(), output);
        assertEquals("verdict\n", Files.readString(summary));
        assertEquals(code == ExitCode.NEEDS_A_PERSON.number(), output.contains("::notice::"), output);
    }

    private static JsonNode lastStep() throws Exception {
        JsonNode workflow = new ObjectMapper().valueToTree(new Yaml().load(block("yaml")));
        JsonNode steps = workflow.path("jobs").path("review").path("steps");
        return steps.path(steps.size() - 1);
    }

    private static Stream<MatchResult> calls(String text) {
        return CALL.matcher(text).results().filter(call -> text.startsWith("./", call.start() - 2)
                || text.startsWith("touchstone/", call.start() - 11));
    }

    private static String block(String language) throws Exception {
        Matcher block = Pattern.compile("(?s)```" + language + "\\n(.*?)```").matcher(readme());
        assertTrue(block.find(), language);
        return block.group(1);
    }

    private static String readme() throws Exception {
        return Files.readString(HOME.resolve("README.md"));
    }

    private static String help() throws Exception {
        Process help = new ProcessBuilder("/bin/sh", HOME.resolve("touchstone").toString(), "help").start();
        return new String(help.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
