export const help = `Backchannel: modmail for Discord

  backchannel start                       serve Discord, with DISCORD_TOKEN from the environment or .env
      --sandbox-without-token             without a token serve a pretend Discord instead
  backchannel invite                      print the links that add the bot to a server
  backchannel doctor                      check config, token, intents, database, disk and every server, with the fix for each finding
  backchannel doctor <server id>          the same, for one server
  backchannel settings get                list the servers that have settings
  backchannel settings get <server id>    print a server's settings (--json: as a file for "apply")
  backchannel settings set <server id> name=value …
                                          change settings; name=default takes a setting back
  backchannel settings apply <file.json>  change settings of servers: { "<server id>": { "name": value } }
  backchannel files clean                 remove stored attachments that no ticket needs any more
  backchannel help, version               print this, or the version

From a checkout, put "npx --no" before it: npx --no backchannel settings get
Config is environment variables, listed in .env.example. Settings of a server:

  npx --no backchannel settings set 123456789012345678 \\
    preset=custom channelKind=private-thread parentChannel=<channel id> staffRoles=<role id>,<role id> enabled=true
`;
