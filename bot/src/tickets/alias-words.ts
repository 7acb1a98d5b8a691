/** What aliases are made of: words that nobody minds being called by, and that say nothing of anybody. */

export const adjectives: readonly string[] = words(`
  able, agile, amber, ample, arctic, autumn, azure, balmy, bold, brave, breezy, bright, brisk, bubbly, calm,
  candid, careful, cheerful, civil, classic, clear, clever, cloudy, coastal, copper, coral, cosy, crimson,
  crisp, curious, dapper, daring, dawn, dear, deft, devoted, dusky, eager, early, earnest, easy, emerald, even,
  fabled, fair, faithful, famous, fearless, festive, fine, fleet, fluffy, fond, frank, free, fresh, friendly,
  frosty, gallant, genial, gentle, giving, glad, gleaming, golden, good, graceful, grand, grateful, great,
  green, handy, happy, hardy, hazel, hearty, helpful, honest, hopeful, humble, indigo, ivory, jade, jolly,
  jovial, joyful, keen, kind, lasting, lavender, lemon, level, light, lilac, lively, loyal, lucid, lucky, lunar,
  lush, magic, marble, mellow, merry, mild, mindful, minty, misty, modest, mossy, neat, nimble, noble, ochre,
  olive, open, orange, patient, peaceful, pearly, placid, plucky, polite, prime, proud, prudent, quick, quiet,
  rapid, ready, regal, restful, rosy, royal, ruby, rustic, sandy, scarlet, serene, silent, silver, simple,
  sincere, smiling, smooth, snowy, solar, solid, sparkly, spirited, spring, spry, stable, starry, steady, still,
  stout, sturdy, subtle, summer, sunny, sure, tactful, tender, thankful, thoughtful, tidy, tranquil, true,
  trusty, upbeat, velvet, violet, vivid, warm, willing, winter, wise, witty, wonder, zesty
`);

export const animals: readonly string[] = words(`
  adder, albatross, alpaca, anchovy, antelope, armadillo, auk, avocet, axolotl, badger, barbet, barnacle, bat,
  beaver, bee, beetle, bison, bittern, blackbird, bluebird, bobcat, bonobo, bunting, butterfly, buzzard, camel,
  canary, capybara, caracal, cardinal, caribou, cat, chaffinch, chameleon, cheetah, chickadee, chinchilla,
  chipmunk, cicada, civet, cod, condor, coot, cormorant, cougar, coyote, crane, cricket, crow, cuckoo, curlew,
  deer, dingo, dipper, dolphin, dormouse, dotterel, dove, dragonfly, duck, dunlin, eagle, earwig, echidna, eel,
  egret, eider, eland, elk, emu, ermine, falcon, fawn, ferret, finch, firefly, flamingo, flounder, fox, frog,
  gannet, gazelle, gecko, gerbil, gibbon, giraffe, goat, godwit, goldfinch, goose, gopher, goshawk, grayling,
  grebe, grouse, gull, guppy, haddock, hamster, hare, harrier, hedgehog, heron, herring, hippo, hoopoe,
  hornbill, horse, hummingbird, ibex, ibis, iguana, impala, jackdaw, jaguar, jay, kestrel, kingfisher, kinglet,
  kite, kiwi, koala, koi, kookaburra, kudu, ladybird, lamb, lapwing, lark, lemming, lemur, leopard, limpet,
  linnet, lion, lizard, llama, lobster, loon, lynx, macaw, mackerel, magpie, mallard, manatee, mantis, marlin,
  marmot, marten, martin, meerkat, merlin, mink, minnow, mole, mongoose, moose, moth, mouse, muskox, mussel,
  narwhal, newt, nightjar, numbat, nuthatch, ocelot, octopus, okapi, oriole, oryx, osprey, ostrich, otter, owl,
  oyster, panda, pangolin, parrot, partridge, peacock, pelican, penguin, perch, petrel, pheasant, pigeon, pika,
  pike, pipit, plaice, platypus, plover, pony, porcupine, porpoise, possum, puffin, puma, quail, quokka, rabbit,
  raccoon, raven, ray, redshank, redstart, reindeer, robin, rook, ruff, salamander, salmon, sandpiper, sardine,
  seahorse, seal, serval, shrew, shrimp, siskin, skate, skylark, snail, sparrow, squid, squirrel, starfish,
  starling, stingray, stoat, stork, sturgeon, swallow, swan, swift, tamarin, tanager, tapir, tarsier, tern,
  thrush, tiger, toad, toucan, trout, tuna, turbot, turtle, vole, wagtail, wallaby, walrus, warbler, weasel,
  weaver, whale, wigeon, wildcat, wolf, wolverine, wombat, woodcock, woodpecker, wren, yak, zander, zebra
`);

function words(list: string): readonly string[] {
  return list.trim().split(/,\s+/);
}
