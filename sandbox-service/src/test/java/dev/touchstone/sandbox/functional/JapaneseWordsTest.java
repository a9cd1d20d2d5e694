package dev.touchstone.sandbox.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;

import org.junit.jupiter.api.Test;

class JapaneseWordsTest {

    @Test
    void spellingsOfOneWordAreOneWord() {
        assertEquals(JapaneseWords.of("子供"), JapaneseWords.of("子ども"));
        assertEquals(JapaneseWords.of("ＰＣ"), JapaneseWords.of("pc"));
    }

    @Test
    void endingsAndParticlesSayNothing() {
        assertEquals(JapaneseWords.of("本 読む"), JapaneseWords.of("本を読みました。"));
        assertEquals(Set.of(), JapaneseWords.of("それはできますので、こちらでございます。"));
    }

    @Test
    void theShareOfTheExpectedWordsCountsHoweverLongTheAnswerIs() {
        assertEquals(1, JapaneseWords.overlap("温泉では静かに入浴するのがマナーで、タオルは湯につけません。", "温泉のマナー"));
        assertEquals(0, JapaneseWords.overlap("亀が好きです。", "温泉のマナー"));
        assertEquals(0, JapaneseWords.overlap("亀が好きです。", ""));
    }

    @Test
    void namesAreFoundAsTheyAreWritten() {
        assertTrue(JapaneseWords.names("夏目漱石は東京で生まれました。").containsAll(Set.of("夏目", "漱石", "東京")));
    }
}
