package dev.eventtester.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private final List<String> granted = new ArrayList<>();
    private final Places places = new Places(2);

    @Test
    void grants_places_in_the_order_of_asking() {
        enter("a");
        enter("b");
        enter("c");
        enter("d");
        assertThat(granted).containsExactly("a", "b");
        places.leave();
        assertThat(granted).containsExactly("a", "b", "c");
        places.leave();
        assertThat(granted).containsExactly("a", "b", "c", "d");
    }

    @Test
    void passes_over_whoever_gave_up() {
        enter("a");
        enter("b");
        Runnable third = enter("c");
        enter("d");
        assertThat(places.giveUp(third)).isTrue();
        places.leave();
        assertThat(granted).containsExactly("a", "b", "d");
    }

    @Test
    void a_granted_place_cannot_be_given_up_but_is_given_back() {
        Runnable first = enter("a");
        enter("b");
        assertThat(places.giveUp(first)).isFalse();
        places.leave();
        enter("c");
        assertThat(granted).containsExactly("a", "b", "c");
    }

    private Runnable enter(String name) {
        Runnable runnable = () -> granted.add(name);
        places.enter(runnable);
        return runnable;
    }
}
