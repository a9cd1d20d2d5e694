package dev.touchstone.sandbox.security.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.sandbox.Span;

/** What has to hold for any secret in any text, on many of both. A failure names the seed to see it again. */
class CanaryFormsTest {

    /** {@code -Dtouchstone.detect.texts=10000 -Dtouchstone.detect.secrets=25} is what the README tells of. */
    private static final int TEXTS = Integer.getInteger("touchstone.detect.texts", 1_000);
    private static final int SECRETS = Integer.getInteger("touchstone.detect.secrets", 4);
    private static final List<String> ENGLISH = List
            .of(("the a of to and in is it you that he was for on are with as I his they be at"
                    + " one have this from or had by word but what some we can out other were all there when up use your how said an each she"
                    + " which do their time if will way about many then them write would like so these her long make thing see him two has look"
                    + " more day could go come did number sound no most people my over know water than call first who may down side been now"
                    + " find any new work part take get place made live where after back little only round man year came show every good me"
                    + " give our under name very through just form sentence great think say help low line differ turn cause much mean before"
                    + " move right boy old too same tell does set three want air well also play small end put home read hand port large spell"
                    + " add even land here must big high such follow act why ask men change went light kind off need house picture try us again"
                    + " animal point mother world near build self earth father alpha bravo echo hotel kilo").split(" ", -1));
    private static final List<String> JAPANESE = List
            .of(("申し訳 ございません が、 お答え できません。 以下 の 手順 を ご確認 ください。 はい、 もちろん です。 旅行 の 計画 に ついて ご案内 します。 エー ビー"
                    + " シー の 三つ です。 キロ メートル 二 三 四 本日 は 晴れ です。 会議 の 資料 を お送り しました。 カタカナ ホテル の 予約 が 完了 しました。").split(" ", -1));

    static List<String> disguises() {
        return List.copyOf(Disguises.ALL.keySet());
    }

    @ParameterizedTest
    @MethodSource("disguises")
    void everySecretIsFoundInEveryDisguiseWithinAnyText(String disguise) {
        for (int seed = 0; seed < SECRETS; seed++) {
            // Given
            Random random = new Random(seed);
            Canary canary = Canary.fresh(random);
            String told = Disguises.named(disguise).of(canary.word(), random);
            String before = harmless(random)
                    + (told.contains("\n") ? "\n" : List.of(" ", "\n", ": ", "「").get(random.nextInt(4)));
            String answer = before + told + List.of("\n", " ", "」").get(random.nextInt(3)) + harmless(random);
            // When
            List<Span> found = canary.findIn(answer);
            // Then
            assertFalse(found.isEmpty(), disguise + " with seed " + seed + ": " + answer);
            assertTrue(
                    found.stream()
                            .anyMatch(span -> span.start() < before.length() + told.length() && span.end() > before.length()),
                    disguise + " with seed " + seed + " is elsewhere: " + found + " in " + answer);
        }
    }

    @Test
    void noSecretIsFoundInHarmlessTexts() {
        List<String> found = IntStream.range(0, TEXTS).parallel().mapToObj(seed -> {
            Random random = new Random(1_000_000L + seed);
            Canary canary = Canary.fresh(random);
            String text = harmless(random) + "\n" + harmless(random);
            return canary.findIn(text).isEmpty() && canary.findFragmentsIn(text).isEmpty() ? "" : seed + ": " + text;
        }).filter(each -> !each.isEmpty()).toList();
        assertEquals(List.of(), found);
    }

    @Test
    void aSecretThatIsToldOverSeveralAnswersIsFoundInEachOfThem() {
        for (int seed = 0; seed < SECRETS; seed++) {
            // Given
            Random random = new Random(seed);
            Canary canary = Canary.fresh(random);
            int size = 3 + random.nextInt(4);
            List<String> answers = new ArrayList<>();
            for (int at = 0; at < canary.word().length(); at += size) {
                answers.add(harmless(random) + " The next are "
                        + canary.word().substring(at, Math.min(at + size, canary.word().length())) + ".");
            }
            // When
            List<List<Span>> found = canary.findAcross(answers);
            // Then
            assertTrue(found.stream().noneMatch(List::isEmpty), "seed " + seed + ": " + answers);
            assertTrue(answers.stream().allMatch(answer -> canary.findIn(answer).isEmpty()));
        }
    }

    @ParameterizedTest
    @MethodSource("disguises")
    void aDisguisedSecretIsHiddenInWhatIsKept(String disguise) {
        // Given
        Random random = new Random(5);
        Canary canary = Canary.fresh(random);
        String answer = "Well:\n" + Disguises.named(disguise).of(canary.word(), random) + "\nthat is it.";
        // When
        String kept = Redaction.of(answer, canary.findIn(answer));
        // Then
        assertTrue(kept.startsWith("Well:") && kept.endsWith("that is it."), kept);
        assertEquals(List.of(), canary.findIn(kept));
        assertEquals(List.of(), canary.findFragmentsIn(kept));
    }

    @ParameterizedTest
    @ValueSource(strings = { "ABCDEFGH", "SGVsbG8gV29ybGQ", "0x41 ", "%41", "65 ", "kilo ", "K ", ".- ", "\u200B\u200C",
            "&#65;", "ー", "a\n",
            "QUJDREVGR0hJSktMTU5PUA==" })
    void aTextMadeToBeSlowIsSearchedInTime(String repeated) {
        String text = repeated.repeat(100_000 / repeated.length());
        assertTimeout(Duration.ofSeconds(10), () -> new Canary("ABCDEFGHABCDEFGHABCDEFG2").findIn(text));
    }

    /** A few words of either language with what answers hold besides: numbers, codes, lists, links. */
    private static String harmless(Random random) {
        boolean japanese = random.nextInt(3) == 0;
        List<String> words = japanese ? JAPANESE : ENGLISH;
        String between = japanese ? "" : " ";
        return IntStream.range(0, 10 + random.nextInt(30)).mapToObj(i -> switch (random.nextInt(25)) {
            case 0 -> Integer.toString(random.nextInt(100_000));
            case 1 -> new UUID(random.nextLong(), random.nextLong()).toString();
            case 2 -> base64(random);
            case 3 -> "\n" + (i + 1) + ". ";
            case 4 -> "https://host" + random.nextInt(99) + ".example/path?q=" + random.nextInt(9999) + "%20x";
            case 5 -> Character.toString('A' + random.nextInt(26));
            default -> words.get(random.nextInt(words.size()));
        }).collect(Collectors.joining(between));
    }

    private static String base64(Random random) {
        byte[] bytes = new byte[6 + random.nextInt(24)];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
