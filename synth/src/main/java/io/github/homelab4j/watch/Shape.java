package io.github.homelab4j.watch;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;

/**
 * What of a class other classes are compiled against: its members that are not private, with their
 * types, constants and annotations, and no code.
 */
final class Shape {
  private final StringBuilder text = new StringBuilder();

  private Shape() {}

  static String of(TypeElement type) {
    var shape = new Shape();
    shape.type(type);
    return shape.text.toString();
  }

  private void type(TypeElement type) {
    begin(type);
    parameters(type.getTypeParameters());
    text.append(type.getSuperclass()).append(type.getInterfaces());
    text.append(type.getPermittedSubclasses()).append(" {\n");
    for (var member : type.getEnclosedElements()) {
      if (!member.getModifiers().contains(Modifier.PRIVATE)) {
        member(member);
      }
    }
    text.append("}\n");
  }

  private void member(Element member) {
    if (member instanceof TypeElement type) {
      type(type);
    } else if (member instanceof ExecutableElement method) {
      begin(method);
      parameters(method.getTypeParameters());
      text.append(method.getReturnType()).append(' ');
      text.append(method.getParameters().stream().map(Element::asType).toList());
      text.append(method.isVarArgs()).append(method.getThrownTypes());
      text.append(method.getDefaultValue()).append('\n');
    } else if (member instanceof VariableElement field) {
      begin(field);
      text.append(field.asType()).append(' ').append(field.getConstantValue()).append('\n');
    }
  }

  private void begin(Element element) {
    text.append(element.getAnnotationMirrors()).append(element.getModifiers());
    text.append(element.getKind()).append(' ').append(element).append(' ');
  }

  private void parameters(List<? extends TypeParameterElement> parameters) {
    text.append(
        parameters.stream()
            .map(each -> each + " extends " + each.getBounds())
            .collect(Collectors.joining(", ", "<", "> ")));
  }
}
