package dev.eventtester.demo;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.nio.file.Path;

/** What a native image has in place of {@link EmbeddedDatabase}, whose server is not in a production artifact. */
@TargetClass(EmbeddedDatabase.class)
final class NativeEmbeddedDatabase {

    private NativeEmbeddedDatabase() {}

    @Substitute
    public static synchronized int start(Path directory) {
        throw new UnsupportedOperationException("The embedded database is for dev mode and tests: " + directory);
    }
}
