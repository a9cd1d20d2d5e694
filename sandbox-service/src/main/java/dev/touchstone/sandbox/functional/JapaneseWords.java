package dev.touchstone.sandbox.functional;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The content words of a Japanese text in their base form, by Lucene's Kuromoji: particles and endings say no topic. */
final class JapaneseWords {

    /** Thread-safe: it keeps its state by thread. */
    private static final Analyzer ANALYZER = new JapaneseAnalyzer();

    private JapaneseWords() {
    }

    static Set<String> of(String text) {
        Set<String> words = new HashSet<>();
        try (TokenStream tokens = ANALYZER.tokenStream("text", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(term.toString());
            }
            tokens.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return words;
    }

    /** The share of the expected words that the answer holds; 0 where nothing is expected. */
    static double overlap(String answer, String expected) {
        Set<String> wanted = of(expected);
        Set<String> found = of(answer);
        return wanted.isEmpty() ? 0 : (double) wanted.stream().filter(found::contains).count() / wanted.size();
    }
}
