package dev.eventtester.service;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The routes that the classes of the service have, read from their annotations. */
final class ResourceRoutes {

    private static final String DEMO = "dev.eventtester.demo";

    private ResourceRoutes() {}

    /** Each as {@code POST /api/sources [MEMBER, OWNER]}, with no roles where everybody may use it. */
    static List<String> ofTheService() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.eventtester").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .filter(type -> !type.getPackageName().equals(DEMO))
                        .map(JavaClass::reflect)
                        .flatMap(ResourceRoutes::of)
                        .toList();
    }

    private static Stream<String> of(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(method -> verb(method).stream()
                        .flatMap(verb -> paths(resource, method)
                                .map(path -> verb + " " + path + " " + roles(resource, method))));
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value())
                .findFirst();
    }

    /** A pattern of alternatives, such as {@code {type:track|page}}, is as many paths. */
    private static Stream<String> paths(Class<?> resource, Method method) {
        String path = path(resource) + path(method);
        int from = path.indexOf(':');
        if (from < 0) {
            return Stream.of(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        }
        int open = path.lastIndexOf('{', from);
        int close = path.indexOf('}', from);
        return Arrays.stream(path.substring(from + 1, close).split("\\|"))
                .map(choice -> path.substring(0, open) + choice + path.substring(close + 1));
    }

    private static String path(AnnotatedElement element) {
        return element.isAnnotationPresent(Path.class)
                ? element.getAnnotation(Path.class).value()
                : "";
    }

    private static TreeSet<String> roles(Class<?> resource, Method method) {
        RolesAllowed allowed = method.isAnnotationPresent(RolesAllowed.class)
                ? method.getAnnotation(RolesAllowed.class)
                : resource.getAnnotation(RolesAllowed.class);
        return new TreeSet<>(allowed == null ? List.of() : List.of(allowed.value()));
    }
}
