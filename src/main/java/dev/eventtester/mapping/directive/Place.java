package dev.eventtester.mapping.directive;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A position in a mapping. Text is made of it only when something is wrong there.
 *
 * @param parent null at the root
 * @param shown whether messages name the key; they leave out array indexes
 * @param start whether messages name nothing above (members of {@code @merge} objects, case map-merge-invalid-8-a)
 */
public record Place(Place parent, String key, boolean shown, boolean start) {

    public static final Place ROOT = new Place(null, "", false, true);

    public Place to(String key) {
        return new Place(this, key, true, false);
    }

    public Place toIndex(int index) {
        return new Place(this, Integer.toString(index), false, false);
    }

    public Place toMergedObject(int index) {
        return new Place(this, Integer.toString(index), false, true);
    }

    public String pointer() {
        Deque<String> keys = new ArrayDeque<>();
        for (Place place = this; place.parent != null; place = place.parent) {
            keys.push("/" + place.key.replace("~", "~0").replace("/", "~1"));
        }
        return String.join("", keys);
    }

    /** The position as messages spell it: keys joined with slashes, not escaped. */
    public String words() {
        Deque<String> keys = new ArrayDeque<>();
        for (Place place = this; !place.start; place = place.parent) {
            if (place.shown) {
                keys.push(place.key);
            }
        }
        return "/" + String.join("/", keys);
    }
}
