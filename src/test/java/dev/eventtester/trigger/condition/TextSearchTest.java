package dev.eventtester.trigger.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TextSearchTest {

    @Test
    void finds_what_a_plain_search_finds_in_repetitive_texts() {
        Random random = new Random(42);
        for (int i = 0; i < 2000; i++) {
            String text = letters(random, 300 + random.nextInt(100));
            int from = random.nextInt(text.length() - 30);
            String inside = text.substring(from, from + 13 + random.nextInt(17));
            String other = letters(random, 13 + random.nextInt(8));
            assertThat(new TextSearch(inside).isIn(text)).isTrue();
            assertThat(new TextSearch(other).isIn(text))
                    .as("%s in %s", other, text)
                    .isEqualTo(text.contains(other));
        }
    }

    private static String letters(Random random, int length) {
        return random.ints(length, 0, 8)
                .mapToObj(i -> i == 0 ? "b" : "a")
                .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
                .toString();
    }

    @Test
    void finds_the_empty_text_everywhere() {
        assertThat(new TextSearch("").isIn("")).isTrue();
    }
}
