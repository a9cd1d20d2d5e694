package dev.touchstone.telemetry.wandb.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Vectors that the official writer makes of the same payloads. */
class FramingTest {

    static Stream<Arguments> vectors() {
        return Stream.of(
                Arguments.of("a record that crosses a border", List.of("x".repeat(40_000), "yz"), 40_030,
                        "a4da1b0e9a03f044f961e17a6d1b1707e1752708c7e715c1a8f53465a1b2d106"),
                Arguments.of("exactly a chunk header left", List.of("x".repeat(32_747), "abc"), 32_778,
                        "d4be194ac551911e42e2b7afb37edef0a102c835ddf320df1333949dc09eba7f"),
                Arguments.of("less than a chunk header left", List.of("x".repeat(32_748), "abc"), 32_778,
                        "634a0f14c2b365f98d2aa11993ee9f72f2c52d6627e072f070c1628cc2157af5"),
                Arguments.of("nothing left", List.of("x".repeat(32_754), "abc"), 32_778,
                        "8e55b66cd5ece139586f4dcf27eed7f11c622e4104f8f5670b1580c374e21a88"),
                Arguments.of("a record of four blocks", List.of("x".repeat(100_000)), 100_035,
                        "b5c566d80ad94b5d211af630b1c18f3018511786d759b77000deac571337737e"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void framesAsTheOfficialWriterDoes(String name, List<String> payloads, int size, String sha256) throws Exception {
        // When
        byte[] file = framed(payloads);

        // Then
        assertEquals(size, file.length, name);
        assertEquals(sha256, HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)), name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void anIndependentReaderFindsThePayloadsAgain(String name, List<String> payloads, int size, String sha256)
            throws Exception {
        // When
        List<byte[]> read = WandbFileReader.records(framed(payloads));

        // Then
        assertEquals(payloads, read.stream().map(record -> new String(record, StandardCharsets.UTF_8)).toList(), name);
    }

    private static byte[] framed(List<String> payloads) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        TransactionLog log = new TransactionLog(file);
        for (String payload : payloads) {
            log.append(payload.getBytes(StandardCharsets.UTF_8));
        }
        return file.toByteArray();
    }
}
