// Builds and writes the objects of a JSON file: jsonnet -S -J <folder of objects.json> -c -m <folder> main.jsonnet
local items = import 'objects.json';
{ [item.file]: std.manifestYamlDoc(item.object) for item in items }
