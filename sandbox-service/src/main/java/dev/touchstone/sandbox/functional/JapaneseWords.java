package dev.touchstone.sandbox.functional;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.BaseFormAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;

/**
 * The words of a Japanese text that say a topic, by Lucene's Kuromoji: verbs and adjectives in their base form, nouns by
 * how they are read, so that 子ども and 子供 are one word. Particles, endings and verbs without content are left out.
 */
final class JapaneseWords {

    private static final String[] CONTENT = { "名詞", "動詞-自立", "形容詞-自立", "副詞-一般" };
    private static final String[] NO_CONTENT = { "名詞-代名詞", "名詞-非自立", "名詞-特殊", "名詞-接尾-助動詞語幹" };
    private static final String NAME = "名詞-固有名詞";
    /** They stand in every request and in every polite answer. */
    private static final Set<String> LIGHT = Set.of("する", "ある", "いる", "なる", "できる", "くださる", "下さる", "いたす", "ござる", "おる",
            "やる", "よる", "いう", "言う", "思う", "教える", "場合");

    private JapaneseWords() {
    }

    static Set<String> of(String text) {
        return asSaid(text).keySet();
    }

    /** Each with the form in which the text, folded (NFKC, lower case), says it first. */
    static Map<String, String> asSaid(String text) {
        Map<String, String> words = new LinkedHashMap<>();
        read(text, (token, partOfSpeech) -> {
            if (saysSomething(partOfSpeech) && !LIGHT.contains(token.written())) {
                words.putIfAbsent(token.key(), token.said());
            }
        });
        return words;
    }

    /** What is called by a name of its own, as it is written. */
    static Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        read(text, (token, partOfSpeech) -> {
            if (partOfSpeech.startsWith(NAME) && token.written().length() > 1) {
                names.add(token.written());
            }
        });
        return names;
    }

    /** The share of the expected words that the answer holds; 0 where nothing is expected. */
    static double overlap(String answer, String expected) {
        Set<String> wanted = of(expected);
        Set<String> found = of(answer);
        return wanted.isEmpty() ? 0 : (double) wanted.stream().filter(found::contains).count() / wanted.size();
    }

    private record Token(String said, String written, String key) {
    }

    private static boolean saysSomething(String partOfSpeech) {
        return Stream.of(CONTENT).anyMatch(partOfSpeech::startsWith)
                && Stream.of(NO_CONTENT).noneMatch(partOfSpeech::startsWith);
    }

    private static void read(String text, BiConsumer<Token, String> reader) {
        String plain = Folded.of(text).toLowerCase(Locale.ROOT);
        try (JapaneseTokenizer tokens = new JapaneseTokenizer(null, true, true, JapaneseTokenizer.Mode.SEARCH)) {
            tokens.setReader(new StringReader(plain));
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            PartOfSpeechAttribute partOfSpeech = tokens.addAttribute(PartOfSpeechAttribute.class);
            BaseFormAttribute base = tokens.addAttribute(BaseFormAttribute.class);
            ReadingAttribute reading = tokens.addAttribute(ReadingAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                // A word that the dictionary lacks has no part of speech there; it is a noun more often than not.
                String part = partOfSpeech.getPartOfSpeech() == null ? "名詞" : partOfSpeech.getPartOfSpeech();
                String written = base.getBaseForm() == null ? term.toString() : base.getBaseForm();
                String key = part.startsWith("名詞") ? read(reading.getReading(), written) : written;
                reader.accept(new Token(term.toString(), written, key), part);
            }
            tokens.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Only what is never inflected: elsewhere the reading is that of the form in the text. */
    private static String read(@Nullable String reading, String written) {
        return reading == null ? written : reading;
    }
}
