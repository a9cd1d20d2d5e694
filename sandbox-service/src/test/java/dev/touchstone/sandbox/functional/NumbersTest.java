package dev.touchstone.sandbox.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            takes 2 hours and 15 minutes | 2 15
            二時間十五分 | 2 15
            ２時間１５分 | 2 15
            costs 1,980 yen | 1980
            月額1980円 | 1980
            1万2000円 | 12000
            三億五千万円 | 350000000
            120万人 | 1200000
            1.2 million people | 1200000
            二千十五年 | 2015
            二〇一五年 | 2015
            the twenty-one guests of ten hotels | 21 10
            on 05/03 at 09:00 | 5 3 9 0
            $19.90 | 19.9
            23kg | 23
            """)
    void aNumberIsTheSameHoweverItIsWritten(String text, String numbers) {
        assertEquals(List.of(numbers.split(" ")), List.copyOf(Numbers.in(text)));
    }

    @Test
    void whatOnlyLooksLikeANumberIsNone() {
        assertEquals(List.of(), List.copyOf(Numbers.in("One of the printers, an X200, was enough. 一度試せば十分です。一般的な方法。")));
    }

    @Test
    void digitsWithoutEndAreReadInBoundedPieces() {
        assertEquals(List.of("9".repeat(15)), Numbers.in("9".repeat(100_000)).stream().limit(1).toList());
    }
}
